package io.sluice.gate.compare;

import io.sluice.model.run.Times;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * An arm in virtual time: each second some requests of log-normal times (median 20 ms, sigma 0.5),
 * all of them scaled by the second's own mood, whose logarithm follows AR(1).
 *
 * @param correlation of the moods of adjacent seconds
 * @param deviation of the logarithm of a mood
 */
record Simulated(int seconds, int perSecond, double correlation, double deviation) {
  static final double MEDIAN_NANOS = 20e6;
  static final double SIGMA = 0.5;

  static Simulated independent(int seconds, int perSecond) {
    return new Simulated(seconds, perSecond, 0, 0);
  }

  /** What a seed makes of it, all times multiplied. */
  Slice[] slices(long seed, double factor) {
    SplittableRandom random = new SplittableRandom(seed);
    Slice[] slices = new Slice[seconds];
    double mood = deviation * random.nextGaussian();
    for (int s = 0; s < seconds; s++) {
      mood =
          correlation * mood
              + Math.sqrt(1 - correlation * correlation) * deviation * random.nextGaussian();
      Histogram times = Times.fresh();
      for (int i = 0; i < perSecond; i++) {
        double nanos = MEDIAN_NANOS * factor * Math.exp(mood + SIGMA * random.nextGaussian());
        Times.record(times, (long) nanos);
      }
      slices[s] = Slice.of(times, 0, perSecond, 0, perSecond);
    }
    return slices;
  }
}
