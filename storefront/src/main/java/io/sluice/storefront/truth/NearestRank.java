package io.sluice.storefront.truth;

/** Quantiles of all that there is: no estimate, one of the values. */
public final class NearestRank {
  /** Takes back what rounding adds to a product that is a whole number. */
  private static final double ROUNDING = 1 - 1e-12;

  private NearestRank() {}

  /**
   * The smallest value that at least a share of the values does not exceed.
   *
   * @param sorted in ascending order, at least one
   * @param q more than 0, at most 1
   */
  public static long of(long[] sorted, double q) {
    if (!(q > 0 && q <= 1)) {
      throw new IllegalArgumentException("a quantile must be > 0 and <= 1, was " + q);
    }
    int rank = (int) Math.ceil(q * sorted.length * ROUNDING);
    return sorted[Math.max(rank, 1) - 1];
  }
}
