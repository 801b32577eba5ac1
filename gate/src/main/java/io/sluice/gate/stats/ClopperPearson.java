package io.sluice.gate.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * The exact confidence bounds of a share by k of n (Clopper and Pearson 1934; real k and n as in
 * Korn and Graubard 1998):
 *
 * <pre>
 *  lower(k, n, a) = the p with P(X &gt;= k) = a, 0 for k = 0
 *  upper(k, n, a) = the p with P(X &lt;= k) = a, 1 for k = n
 * </pre>
 *
 * <p>Solved by bisection on the tails: the inverse beta distribution of Commons Math is exact to
 * 1e-9 only, which is not enough for shares near 0.
 */
public final class ClopperPearson {
  private static final int STEPS = 200;

  private ClopperPearson() {}

  /** The lower bound, at one-sided level {@code alpha}. */
  public static double lower(double k, double n, double alpha) {
    return k <= 0 ? 0 : increasing(p -> BinomialTail.atLeast(k, n, p) - alpha);
  }

  /** The upper bound, at one-sided level {@code alpha}. */
  public static double upper(double k, double n, double alpha) {
    return k >= n ? 1 : increasing(p -> alpha - BinomialTail.atMost(k, n, p));
  }

  /** Both bounds, {@code tail} on each side. */
  public static Bounds bounds(double k, double n, double tail) {
    return new Bounds(lower(k, n, tail), upper(k, n, tail));
  }

  /** The root in (0, 1) of an increasing function, to the last bit that bisection can tell. */
  private static double increasing(DoubleUnaryOperator f) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (f.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
