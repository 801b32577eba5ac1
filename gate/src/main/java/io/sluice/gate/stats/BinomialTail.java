package io.sluice.gate.stats;

import org.apache.commons.math3.special.Beta;

/**
 * Tails of X ~ Binomial(n, p), continued to real k and n by the regularized incomplete beta
 * function I (Abramowitz and Stegun 26.5.24):
 *
 * <pre>
 *  P(X &gt;= k) = I_p(k, n - k + 1)
 *  P(X &lt;= k) = I_{1-p}(n - k, k + 1)
 * </pre>
 */
public final class BinomialTail {
  private BinomialTail() {}

  /** P(X &gt;= k). */
  public static double atLeast(double k, double n, double p) {
    if (k <= 0) {
      return 1;
    }
    if (k > n || p <= 0) {
      return 0;
    }
    return p >= 1 ? 1 : Beta.regularizedBeta(p, k, n - k + 1);
  }

  /** P(X &lt;= k). */
  public static double atMost(double k, double n, double p) {
    if (k >= n || p <= 0) {
      return 1;
    }
    if (k < 0 || p >= 1) {
      return 0;
    }
    return Beta.regularizedBeta(1 - p, n - k, k + 1);
  }
}
