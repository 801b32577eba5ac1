package io.sluice.gate.stats;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How many independent samples the events of a run are worth: a slow second is slow for everyone in
 * it, so that a thousand requests may tell no more than ten.
 *
 * <p>The design effect of the decided events alone is badly known where few of them are bad; that
 * of a lower quantile is known better, but may be another one. So for a quantile the two are
 * weighed by what is known of the first, with k_eff the effective number of times above the
 * quantile:
 *
 * <pre>
 *  D = D_own^w · D_largest^(1-w)     w = k_eff / (k_eff + 60)
 * </pre>
 *
 * <p>D_largest is the largest over all levels that are looked at. A design effect from M batches is
 * itself uncertain, which Student's t in the place of the normal quantile accounts for (Korn and
 * Graubard 1998):
 *
 * <pre>
 *  n_eff = min(n, n / D · (z / t_{M-1})²)
 * </pre>
 *
 * @param samples n
 * @param size n_eff; 0 if there are too few slices to tell
 * @param effect the design effect taken
 */
public record EffectiveSamples(long samples, double size, DesignEffect effect) {
  private static final double HALF_KNOWN = 60;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /**
   * What the events of some slices are worth.
   *
   * @param tail probability left out on each side
   */
  public static EffectiveSamples of(SliceCounts decided, double tail) {
    return of(decided.all(), DesignEffect.of(decided), tail);
  }

  /**
   * What times are worth of which a quantile is judged.
   *
   * @param decided times above the threshold
   * @param own times above the quantile
   * @param others times above other quantiles, of which more is known
   * @param tail probability left out on each side
   */
  public static EffectiveSamples ofQuantile(
      SliceCounts decided, SliceCounts own, List<SliceCounts> others, double tail) {
    DesignEffect near = DesignEffect.of(own).orLarger(DesignEffect.of(decided));
    DesignEffect largest = near;
    for (SliceCounts other : others) {
      largest = largest.orLarger(DesignEffect.of(other));
    }
    double known = own.bad() / near.factor();
    return of(decided.all(), near.towards(largest, HALF_KNOWN / (known + HALF_KNOWN)), tail);
  }

  private static EffectiveSamples of(long n, DesignEffect effect, double tail) {
    if (!effect.known()) {
      return new EffectiveSamples(n, 0, effect);
    }
    double z = NORMAL.inverseCumulativeProbability(tail);
    double t = new TDistribution(null, effect.batches() - 1).inverseCumulativeProbability(tail);
    double worth = n / effect.factor() * (z / t) * (z / t);
    return new EffectiveSamples(n, Math.min((double) n, worth), effect);
  }

  /** Whether there were slices enough to tell. */
  public boolean known() {
    return effect.known();
  }

  /** The test whether the share of bad events is at most what is allowed. */
  public ShareTest test(SliceCounts slices, double allowed, double tail) {
    double bad = slices.all() == 0 ? 0 : slices.bad() * (size / slices.all());
    return new ShareTest(bad, size, allowed, tail);
  }
}
