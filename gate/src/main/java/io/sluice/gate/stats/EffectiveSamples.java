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
 *  D = D_own^w · D_largest^(1-w)     w = k_eff / (k_eff + 30)
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
 * <p>Where events go together (D of at least {@value #TOGETHER}), that is only as good as the run
 * is long: in one that holds few slow stretches, those that saw the fewest think that they know the
 * most. So a quantile's is {@linkplain Length long enough} only with {@value #TIMES_MEMORY} times
 * the {@linkplain Memory memory} of the run, and with slow events in at least {@value #SPREAD}
 * slices. Simulated (2,000 runs of 300 s, levels that last 1, 3 and 19 s): all runs of the first
 * two are long enough, none of the third.
 *
 * @param samples n
 * @param size n_eff; 0 if there are too few slices to tell
 * @param effect the design effect taken
 * @param length how long the run is beside what it takes
 */
public record EffectiveSamples(long samples, double size, DesignEffect effect, Length length) {
  private static final double HALF_KNOWN = 30;
  private static final double TOGETHER = 3;
  private static final double TIMES_MEMORY = 60;
  private static final double SPREAD = 30;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /**
   * How long a run is beside what it takes to know how its events go together.
   *
   * @param memory τ in slices
   * @param factor how many times its length it should have; 1 or less where it is long enough
   */
  public record Length(double memory, double factor) {
    /** Nothing goes together. */
    static final Length ENOUGH = new Length(1, 0);

    /** Whether the run is long enough. */
    public boolean enough() {
      return factor <= 1;
    }

    private static Length of(SliceCounts own, SliceCounts known) {
      double memory = Memory.of(known);
      double remembered = TIMES_MEMORY * memory / Math.max(1, known.size());
      return new Length(memory, Math.max(remembered, SPREAD / Math.max(1, own.spread())));
    }
  }

  /**
   * What the events of some slices are worth.
   *
   * @param tail probability left out on each side
   */
  public static EffectiveSamples of(SliceCounts decided, double tail) {
    return of(decided.all(), DesignEffect.of(decided), Length.ENOUGH, tail);
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
    DesignEffect ownEffect = DesignEffect.of(own);
    DesignEffect near = ownEffect.orLarger(DesignEffect.of(decided));
    DesignEffect largest = near;
    SliceCounts best = own;
    for (SliceCounts other : others) {
      largest = largest.orLarger(DesignEffect.of(other));
      best = other.bad() > best.bad() ? other : best;
    }
    double known = own.bad() / near.factor();
    DesignEffect effect = near.towards(largest, HALF_KNOWN / (known + HALF_KNOWN));
    Length length = ownEffect.factor() < TOGETHER ? Length.ENOUGH : Length.of(own, best);
    return of(decided.all(), effect, length, tail);
  }

  private static EffectiveSamples of(long n, DesignEffect effect, Length length, double tail) {
    if (!effect.known()) {
      return new EffectiveSamples(n, 0, effect, length);
    }
    double z = NORMAL.inverseCumulativeProbability(tail);
    double t = new TDistribution(null, effect.batches() - 1).inverseCumulativeProbability(tail);
    double worth = n / effect.factor() * (z / t) * (z / t);
    return new EffectiveSamples(n, Math.min((double) n, worth), effect, length);
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
