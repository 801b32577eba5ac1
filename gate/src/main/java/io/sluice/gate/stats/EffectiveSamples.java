package io.sluice.gate.stats;

/**
 * How many independent samples the events of a series are worth: a slow second is slow for everyone
 * in it, so that a thousand requests may tell no more than ten.
 */
@FunctionalInterface
public interface EffectiveSamples {
  /** Every event counts in full, as if all were independent. */
  EffectiveSamples INDEPENDENT = SliceCounts::all;

  /**
   * More than 0 and at most {@code slices.all()}, if there are events.
   *
   * @param slices the bad and all events of every slice
   */
  double of(SliceCounts slices);

  /** The test of a share on the effective samples of its slices. */
  default ShareTest test(SliceCounts slices, double allowed, double tail) {
    long all = slices.all();
    double effective = all == 0 ? 0 : of(slices);
    double bad = all == 0 ? 0 : slices.bad() * (effective / all);
    return new ShareTest(bad, effective, allowed, tail);
  }
}
