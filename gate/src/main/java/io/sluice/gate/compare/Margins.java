package io.sluice.gate.compare;

/**
 * The smallest differences that matter.
 *
 * @param relative share of A's value, for percentiles up to p95, means and throughput; beyond p95
 *     twice as much, for tails are known less well and are judged more leniently
 * @param nanos a difference of times must exceed this as well
 * @param errors difference of error rates, as a share
 */
public record Margins(double relative, double nanos, double errors) {
  /** 5 % (10 % beyond p95) and 1 ms; half a percentage point of errors. */
  public static final Margins DEFAULT = new Margins(0.05, 1e6, 0.005);

  private static final double LAST_OF_THE_BODY = 0.95;

  public Margins {
    if (!(relative >= 0 && nanos >= 0 && errors >= 0)) {
      throw new IllegalArgumentException("margins must be >= 0");
    }
  }

  /** The smallest share of A's value that matters. */
  public double relative(Metric metric) {
    return metric instanceof Metric.Quantile quantile && quantile.q() > LAST_OF_THE_BODY
        ? 2 * relative
        : relative;
  }

  /** The margin on the scale on which a metric is compared: of logarithms, or of shares. */
  public double of(Metric metric, double a) {
    return switch (metric) {
      case Metric.ErrorRate _ -> errors;
      // a throughput that falls by the margin: ln(1 + d) is as far above as 1 / (1 + d) is below
      case Metric.Throughput _ -> Math.log1p(relative(metric));
      case Metric.Quantile _, Metric.Mean _ ->
          Math.log1p(a > 0 ? Math.max(relative(metric), nanos / a) : relative(metric));
    };
  }
}
