package io.sluice.gate.stats;

import org.apache.commons.math3.special.Beta;

/**
 * A test that may be looked at as often as one likes: the truncated beta-mixture e-process on the
 * share of bad events. Looking again and again at a test for a fixed number of samples rejects a
 * true hypothesis in a quarter of all runs and more; this one, by Ville's inequality (1939), in no
 * more than alpha of them however often it is looked at.
 *
 * <p>Against "the share is at most p0", with k bad of n and the alternatives p0 to h = min(1, 10
 * p0), all alike:
 *
 * <pre>
 *  E = ∫_{p0}^{h} p^k (1-p)^{n-k} dp / (h - p0) / (p0^k (1-p0)^{n-k})
 * </pre>
 */
public final class SequentialTest {
  private static final double WIDEST = 10;

  private SequentialTest() {}

  /**
   * ln E; reject where it is at least ln(1 / alpha).
   *
   * @param k bad events, 0 to n, not necessarily whole
   * @param n events
   * @param p0 the largest share that is good, 0 &lt; p0 &lt; 1
   */
  public static double logEvidenceOfBad(double k, double n, double p0) {
    if (n <= 0 || k / n <= p0) {
      return 0;
    }
    double h = Math.min(1, WIDEST * p0);
    if (k / n >= h) {
      return k * Math.log(h / p0) + (h < 1 ? (n - k) * Math.log((1 - h) / (1 - p0)) : 0);
    }
    double between = between(p0, h, k + 1, n - k + 1);
    return Beta.logBeta(k + 1, n - k + 1)
        + Math.log(between)
        - Math.log(h - p0)
        - k * Math.log(p0)
        - (n - k) * Math.log(1 - p0);
  }

  /** I_h(a, b) - I_p0(a, b), by complements where both are near 1. */
  private static double between(double p0, double h, double a, double b) {
    double upper = h >= 1 ? 1 : Beta.regularizedBeta(h, a, b);
    double lower = Beta.regularizedBeta(p0, a, b);
    return lower < 0.5
        ? upper - lower
        : Beta.regularizedBeta(1 - p0, b, a) - (h >= 1 ? 0 : Beta.regularizedBeta(1 - h, b, a));
  }
}
