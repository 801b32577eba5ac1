package io.sluice.reports.prometheus;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How many times fell into which bucket, since the start of the run. Not thread-safe. */
final class TimeBuckets {
  private static final double MICROS = 1e6;

  private final Bounds bounds;
  private final long[] counts;
  private double sumMicros;

  TimeBuckets(Bounds bounds) {
    this.bounds = bounds;
    counts = new long[bounds.size() + 1];
  }

  /** Adds times in microseconds; only the stretch between the shortest and the longest is read. */
  void add(Histogram times) {
    if (times.getTotalCount() == 0) {
      return;
    }
    long last = times.getMaxValue();
    long time = times.lowestEquivalentValue(times.getMinValue());
    for (int bucket = 0; time <= last; time = times.nextNonEquivalentValue(time)) {
      long count = times.getCountAtValue(time);
      if (count > 0) {
        while (bucket < bounds.size() && time > bounds.edge(bucket)) {
          bucket++;
        }
        counts[bucket] += count;
        sumMicros += (double) count * times.medianEquivalentValue(time);
      }
    }
  }

  /** Times up to each bound, the infinite one last. */
  List<Long> cumulative() {
    List<Long> cumulative = new ArrayList<>(counts.length);
    long sum = 0;
    for (long count : counts) {
      sum += count;
      cumulative.add(sum);
    }
    return cumulative;
  }

  /** The bounds. */
  Bounds bounds() {
    return bounds;
  }

  /** Their sum; the middle of a histogram's bucket stands for each time in it. */
  double sumSeconds() {
    return sumMicros / MICROS;
  }
}
