package io.sluice.gate.stats;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How many independent samples the events of a run are worth: a slow second is slow for everyone in
 * it, so that a thousand requests may tell no more than ten.
 *
 * <p>The design effect of the decided events alone is badly known where few of them are bad. So the
 * largest one over the decided events and the levels given beside them is taken; for a quantile
 * those are the times above other quantiles of the same run. A design effect from M batches is
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
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /**
   * What the events of some slices are worth.
   *
   * @param tail probability left out on each side
   */
  public static EffectiveSamples of(SliceCounts decided, List<SliceCounts> levels, double tail) {
    DesignEffect effect = DesignEffect.of(decided);
    for (SliceCounts level : levels) {
      effect = effect.orLarger(DesignEffect.of(level));
    }
    long n = decided.all();
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
