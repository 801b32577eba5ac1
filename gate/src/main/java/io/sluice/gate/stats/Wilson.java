package io.sluice.gate.stats;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The score interval of a share (Wilson 1927), for display only: near 0 it is not conservative, so
 * decisions are {@link ClopperPearson}'s.
 *
 * <pre>
 *  centre     = (s + z²/2n) / (1 + z²/n)
 *  half-width = z √(s(1-s)/n + z²/4n²) / (1 + z²/n)
 * </pre>
 */
public final class Wilson {
  private Wilson() {}

  /** The interval by k of n, {@code tail} on each side. */
  public static Bounds bounds(double k, double n, double tail) {
    if (!(n > 0)) {
      return Bounds.NONE;
    }
    double z = -new NormalDistribution(null, 0, 1).inverseCumulativeProbability(tail);
    double s = k / n;
    double scale = 1 + z * z / n;
    double centre = (s + z * z / (2 * n)) / scale;
    double half = z * Math.sqrt(s * (1 - s) / n + z * z / (4 * n * n)) / scale;
    double low = k <= 0 ? 0 : Math.max(0, centre - half);
    double high = k >= n ? 1 : Math.min(1, centre + half);
    return new Bounds(low, high);
  }
}
