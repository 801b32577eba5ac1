package io.sluice.gate.baseline;

import io.sluice.gate.stats.DesignEffect;
import java.util.List;

/**
 * The design effect of the share of requests beyond a quantile.
 *
 * @param q the quantile
 * @param effect at it
 */
public record LevelEffect(double q, DesignEffect effect) {
  /** The quantiles at which it is known. */
  public static final List<Double> LEVELS = List.of(0.5, 0.75, 0.9, 0.95, 0.99, 0.999);

  private static final double TAIL = 0.9;

  /**
   * What decides at a quantile: the effect of the level next to it, or a larger one of the levels
   * 0.9 and 0.95 for quantiles in the tail, where few events say little of their correlation.
   */
  static DesignEffect at(double q, List<LevelEffect> levels) {
    DesignEffect largest = DesignEffect.UNKNOWN;
    double nearest = Double.POSITIVE_INFINITY;
    for (LevelEffect level : levels) {
      // distances on the scale of log odds: 0.999 is far from 0.99
      double distance = Math.abs(logOdds(level.q) - logOdds(q));
      if (distance < nearest) {
        nearest = distance;
        largest = level.effect;
      }
    }
    if (q >= TAIL) {
      for (double tail : new double[] {0.9, 0.95}) {
        for (LevelEffect level : levels) {
          largest = level.q == tail ? largest.orLarger(level.effect) : largest;
        }
      }
    }
    return largest;
  }

  private static double logOdds(double q) {
    return Math.log(q / (1 - q));
  }
}
