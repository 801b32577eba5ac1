package io.sluice.reports.prometheus;

import io.prometheus.client.Collector;
import io.sluice.model.run.Times;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** How many times fell into which bucket, since the start of the run. Not thread-safe. */
final class TimeBuckets {
  private static final double MICROS = 1e6;

  private final Bounds bounds;
  private final long[] counts;
  private double sumMicros;
  private @Nullable Labels upToOf;
  private List<Labels> upTo = List.of();

  TimeBuckets(Bounds bounds) {
    this.bounds = bounds;
    counts = new long[bounds.size() + 1];
  }

  /** Adds times in microseconds. */
  void add(Histogram times) {
    Times.forEachBucket(
        times,
        (micros, count) -> {
          counts[bounds.bucketOf(micros)] += count;
          sumMicros += (double) count * times.medianEquivalentValue(micros);
        });
  }

  /** The labels of each bucket, the infinite one last; made once. */
  List<Labels> upTo(Labels labels) {
    if (!labels.equals(upToOf)) {
      List<Labels> all = new ArrayList<>();
      for (int i = 0; i <= bounds.size(); i++) {
        double bound = i < bounds.size() ? bounds.seconds(i) : Double.POSITIVE_INFINITY;
        all.add(labels.and("le", Collector.doubleToGoString(bound)));
      }
      upTo = all;
      upToOf = labels;
    }
    return upTo;
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
