package io.sluice.gate.compare;

import io.sluice.gate.stats.Bounds;
import io.sluice.gate.stats.Wilson;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The interval of a difference of shares p_B - p_A: the wider of two on each side. Newcombe's
 * hybrid score (1998) takes requests as independent and bounds shares of nothing, too; Student's t
 * on N blocks sees that errors come together:
 *
 * <pre>
 *  Newcombe  d - √((p_B - l_B)² + (u_A - p_A)²) … d + √((u_B - p_B)² + (p_A - l_A)²)
 *  blocks    d ± t_{N-1} √(N / (N - 1) Σ e_j²),  e_j the pull of block j
 * </pre>
 *
 * l and u are Wilson's bounds.
 */
final class ScoreDifference {
  private ScoreDifference() {}

  static Bounds of(PairedRatio errors, Blocks blocks, double tail) {
    double pA = errors.of(Side.A) / errors.per(Side.A);
    double pB = errors.of(Side.B) / errors.per(Side.B);
    Bounds a = Wilson.bounds(errors.of(Side.A), errors.per(Side.A), tail);
    Bounds b = Wilson.bounds(errors.of(Side.B), errors.per(Side.B), tail);
    double t = halfWidth(errors.pulls(), blocks, tail);
    double below = Math.max(t, Math.hypot(pB - b.low(), a.high() - pA));
    double above = Math.max(t, Math.hypot(b.high() - pB, pA - a.low()));
    return new Bounds(pB - pA - below, pB - pA + above);
  }

  private static double halfWidth(double[] pulls, Blocks blocks, double tail) {
    int n = blocks.count();
    double squares = 0;
    for (int j = 0; j < n; j++) {
      double e = 0;
      for (int s = blocks.start(j); s < blocks.start(j + 1); s++) {
        e += pulls[s];
      }
      squares += e * e;
    }
    double t = -new TDistribution(null, n - 1.0).inverseCumulativeProbability(tail);
    return t * Math.sqrt(n / (n - 1.0) * squares);
  }
}
