package io.sluice.gate.stats;

import java.util.function.DoublePredicate;

/** How many independent samples would settle a test, should their share of bad ones stay. */
public final class SampleSize {
  /** Beyond this many samples a test counts as undecidable. */
  public static final double MOST = 1e12;

  private SampleSize() {}

  /**
   * The fewest samples that decide whether the share lies above or below {@code allowed}: the
   * smallest n with P(X &lt;= share n) &lt;= tail and n allowed &gt;= {@link ShareTest#GUARD} for a
   * share below it, with P(X &gt;= share n) &lt;= tail for one above; X ~ Binomial(n, allowed).
   * Infinite if more than {@link #MOST} would be needed.
   */
  public static double toSettle(double share, double allowed, double tail) {
    if (share == allowed || allowed <= 0) {
      return share > allowed ? 1 : Double.POSITIVE_INFINITY;
    }
    return share < allowed
        ? Math.max(
            smallest(n -> BinomialTail.atMost(share * n, n, allowed) <= tail),
            Math.ceil(ShareTest.GUARD / allowed - 1e-9))
        : smallest(n -> BinomialTail.atLeast(share * n, n, allowed) <= tail);
  }

  private static double smallest(DoublePredicate enough) {
    double high = 1;
    while (!enough.test(high)) {
      high *= 2;
      if (high > MOST) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double low = high / 2;
    while (high - low > 1) {
      double middle = Math.floor((low + high) / 2);
      if (enough.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
