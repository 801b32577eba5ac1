package io.sluice.gate.compare;

import java.util.List;

/**
 * What is compared, how sure the answer must be, and what difference matters.
 *
 * @param times statistics of response times; error rate and, in closed runs, throughput are added
 * @param confidence of two-sided intervals, at least 0.5
 * @param margins the smallest differences that matter
 */
public record Criteria(List<Metric> times, double confidence, Margins margins) {
  /** p50, p95 and p99 with 95 % confidence. */
  public static final Criteria DEFAULT =
      new Criteria(
          List.of(new Metric.Quantile(0.5), new Metric.Quantile(0.95), new Metric.Quantile(0.99)),
          0.95,
          Margins.DEFAULT);

  public Criteria {
    times = List.copyOf(times);
    if (times.isEmpty()) {
      throw new IllegalArgumentException("at least one statistic must be compared");
    }
    if (!(confidence >= 0.5 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be at least 50% and below 100%, was " + confidence);
    }
  }
}
