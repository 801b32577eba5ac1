package io.sluice.gate.compare;

import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Units;
import java.util.Locale;

/**
 * One metric of A and B. Differences are shares of A's value (0.1: B is 10 % higher), for error
 * rates differences of shares; infinite where failed requests are more than the percentile leaves
 * out.
 *
 * @param a of all slices of A together: nanoseconds, a share, or per second
 * @param b likewise
 * @param difference how much higher B is; not a number if that cannot be told
 * @param interval of the difference; the one that decides
 * @param second the same by another method, the moving-block bootstrap-t
 * @param margin the smallest difference that matters
 * @param p p-value of "A and B are alike" by label swaps; not a number if it was not tested
 * @param blocks how many pairs of blocks it rests on; 0 if they would be too few
 * @param blockSeconds how long a block must be for blocks not to depend on each other
 * @param change the judgement, Holm's adjustment included
 * @param reason a clause that explains it
 */
public record MetricComparison(
    Metric metric,
    double a,
    double b,
    double difference,
    Bounds interval,
    Bounds second,
    double margin,
    double p,
    int blocks,
    double blockSeconds,
    Change change,
    String reason) {

  MetricComparison as(Change other, String because) {
    return new MetricComparison(
        metric,
        a,
        b,
        difference,
        interval,
        second,
        margin,
        p,
        blocks,
        blockSeconds,
        other,
        because);
  }

  /** Whether it was tested at all. */
  boolean tested() {
    return !Double.isNaN(p);
  }

  /** A difference as it is read: {@code +12.3%}, {@code -0.31pp} for points of an error rate. */
  public String format(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+∞" : "-∞";
    }
    boolean points = metric instanceof Metric.ErrorRate;
    double percent = value * 100;
    String digits = points || Math.abs(percent) < 0.95 ? "%+.2f" : "%+.1f";
    String number = String.format(Locale.ROOT, digits, percent);
    return (number.matches("-0\\.0+") ? number.replace('-', '+') : number) + (points ? "pp" : "%");
  }

  /** The margin as it is read: {@code 5%}, {@code 0.5pp}. */
  public String marginText() {
    return metric instanceof Metric.ErrorRate
        ? Units.percent(margin).replace("%", "pp")
        : Units.percent(margin);
  }
}
