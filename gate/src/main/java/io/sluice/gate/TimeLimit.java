package io.sluice.gate;

import io.sluice.model.run.Times;
import org.HdrHistogram.Histogram;

/**
 * Tells which recorded times are above a threshold.
 *
 * <p>Times are recorded in buckets of 1 µs, or 0.1 % where that is more. A time in the bucket that
 * holds the threshold is not above it, whether the objective says {@code <} or {@code <=}: so close
 * to the threshold the two cannot be told apart. Times of {@link Times#MAX_MICROS} and more are
 * recorded as that; they are above any larger threshold, too, as nothing says that they are not.
 */
final class TimeLimit {
  private final long edge;

  /** The limit at a threshold in nanoseconds. */
  TimeLimit(double thresholdNanos) {
    double micros = Math.ceil(thresholdNanos / 1000);
    edge =
        micros > Times.MAX_MICROS
            ? Times.empty().lowestEquivalentValue(Times.MAX_MICROS) - 1
            : Times.empty().highestEquivalentValue((long) micros);
  }

  /** How many of the recorded times are above the threshold. */
  long above(Histogram times) {
    long max = times.getTotalCount() == 0 ? 0 : times.getMaxValue();
    return max <= edge ? 0 : times.getCountBetweenValues(edge + 1, max);
  }

  /** Whether a time is not above the threshold. */
  boolean holds(double nanos) {
    return nanos <= edge * 1000.0;
  }
}
