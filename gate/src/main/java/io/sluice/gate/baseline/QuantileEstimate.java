package io.sluice.gate.baseline;

/**
 * A quantile of a run and how sure it is.
 *
 * @param log its natural logarithm, of nanoseconds; infinite where failed requests alone are more
 *     than the quantile leaves out, not a number without requests
 * @param standardError of the logarithm, from within the run; infinite where the requests are too
 *     few to bound the quantile
 */
public record QuantileEstimate(double log, double standardError) {
  /** The quantile in nanoseconds. */
  public double nanos() {
    return Math.exp(log);
  }
}
