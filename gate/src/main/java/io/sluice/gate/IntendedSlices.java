package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Times;
import org.HdrHistogram.Histogram;

/**
 * Puts requests into the slice that they were intended in.
 *
 * <p>Intervals hold what came to its end in them. Counted so, the first slices of a load hold only
 * fast answers and the last ones only slow ones, and a run looks as if it had a trend. But who came
 * to an end at a time, and took so long, was intended so long before: known to a slice.
 */
final class IntendedSlices {
  private final long sliceNanos;

  IntendedSlices(LoadPlan plan) {
    sliceNanos = plan.sliceNanos();
  }

  /** The slice of a request that came to its end in an interval after so many microseconds. */
  int of(Interval interval, double micros) {
    double middle = interval.fromNanos() + (interval.toNanos() - interval.fromNanos()) / 2.0;
    return (int) Math.max(0, (middle - 1000 * micros) / sliceNanos);
  }

  /**
   * Adds the requests of a histogram.
   *
   * @param times in microseconds
   * @param bad so many are: the slowest ones
   */
  void add(SliceCounts to, Interval interval, Histogram times, long bad) {
    addSlowest(to, interval, times, bad, times.getTotalCount());
  }

  /** Adds the slowest {@code count} of a histogram, of which the slowest {@code bad} are bad. */
  void addSlowest(SliceCounts to, Interval interval, Histogram times, long bad, long count) {
    if (count == 0) {
      return;
    }
    if (times.getMaxValue() * 1000 < sliceNanos / 2) {
      to.addAt(of(interval, 0), bad, count);
      return;
    }
    Times.forEachBucket(
        times,
        new Times.Bucket() {
          private long skipped = times.getTotalCount() - count;
          private long good = count - bad;

          @Override
          public void visit(long micros, long here) {
            long skip = Math.min(here, skipped);
            long goodHere = Math.min(here - skip, good);
            skipped -= skip;
            good -= goodHere;
            to.addAt(of(interval, (double) micros), here - skip - goodHere, here - skip);
          }
        });
  }
}
