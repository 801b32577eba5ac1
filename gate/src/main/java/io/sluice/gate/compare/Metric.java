package io.sluice.gate.compare;

import io.sluice.model.plan.Units;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a request is compared. */
public sealed interface Metric {
  /** How it is written: {@code p95}, {@code error rate}. */
  String label();

  /** A value of it as it is read; of a time in nanoseconds. */
  String format(double value);

  /** A percentile of the response time; a failed request is slower than any other. */
  record Quantile(double q) implements Metric {
    public Quantile {
      if (!(q > 0 && q < 1)) {
        throw new IllegalArgumentException("a quantile must be > 0 and < 1, was " + q);
      }
    }

    @Override
    public String label() {
      return "p" + BigDecimal.valueOf(q).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    @Override
    public String format(double value) {
      return Units.formatNanos(value);
    }
  }

  /** The mean response time of requests that did not fail. */
  record Mean() implements Metric {
    @Override
    public String label() {
      return "mean";
    }

    @Override
    public String format(double value) {
      return Units.formatNanos(value);
    }
  }

  /** The share of failed requests among the finished ones. */
  record ErrorRate() implements Metric {
    @Override
    public String label() {
      return "error rate";
    }

    @Override
    public String format(double value) {
      return Units.percent(value);
    }
  }

  /** Successful requests per second; lower is worse. */
  record Throughput() implements Metric {
    @Override
    public String label() {
      return "throughput";
    }

    @Override
    public String format(double value) {
      return Units.number(value) + "/s";
    }
  }

  /**
   * Reads a statistic of response times: {@code p95}, {@code p99.9}, {@code mean}.
   *
   * @throws IllegalArgumentException with the rule and the text
   */
  static Metric ofTimes(String text) {
    if (text.equals("mean")) {
      return new Mean();
    }
    Matcher percentile = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,6})?)").matcher(text);
    if (percentile.matches()) {
      double q = new BigDecimal(percentile.group(1)).movePointLeft(2).doubleValue();
      if (q > 0) {
        return new Quantile(q);
      }
    }
    throw new IllegalArgumentException(
        "expected percentiles such as p50,p95,p99.9, or mean, was '" + text + "'");
  }
}
