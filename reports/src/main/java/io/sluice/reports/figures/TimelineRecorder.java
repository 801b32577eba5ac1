package io.sluice.reports.figures;

import io.sluice.model.run.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes points of the timeline from intervals that come in order: one a second. Where that would
 * become too many, each two neighbours become one, again and again, so that how long the run will
 * be need not be known. Histograms are merged, so a point's percentiles are those of its whole
 * stretch. Not thread-safe.
 */
final class TimelineRecorder {
  /** More points than this do not help a reader. */
  static final int MAX_POINTS = 1_200;

  private static final long SECOND = 1_000_000_000L;
  private static final long SHORT_NANOS = SECOND / 2;

  private List<PackedStretch> closed = new ArrayList<>();
  private @Nullable TimelineSum current;
  private long pointNanos = SECOND;
  private long point;

  void add(Interval interval) {
    TimelineSum sum = current;
    if (sum == null || interval.fromNanos() / pointNanos != point) {
      if (sum != null) {
        close(sum);
      }
      sum = open(interval.fromNanos());
      current = sum;
    }
    sum.add(interval);
  }

  private void close(TimelineSum sum) {
    closed.add(sum.pack());
    if (closed.size() == MAX_POINTS) {
      pointNanos *= 2;
      List<PackedStretch> joined = new ArrayList<>();
      for (PackedStretch stretch : closed) {
        boolean same =
            !joined.isEmpty()
                && joined.getLast().fromNanos() / pointNanos == stretch.fromNanos() / pointNanos;
        joined.add(same ? TimelineSum.of(joined.removeLast()).with(stretch).pack() : stretch);
      }
      closed = joined;
    }
  }

  private TimelineSum open(long fromNanos) {
    point = fromNanos / pointNanos;
    return !closed.isEmpty() && closed.getLast().fromNanos() / pointNanos == point
        ? TimelineSum.of(closed.removeLast())
        : new TimelineSum(fromNanos);
  }

  /** The points of all intervals so far. */
  List<TimelinePoint> points() {
    List<TimelinePoint> all = new ArrayList<>();
    closed.forEach(stretch -> all.add(stretch.point()));
    TimelineSum last = current;
    if (last != null && last.nanos() < SHORT_NANOS && !closed.isEmpty()) {
      // The end of a run may be a splinter: a rate per second of it would be noise.
      all.set(all.size() - 1, TimelineSum.of(closed.getLast()).with(last.pack()).point());
    } else if (last != null) {
      all.add(last.point());
    }
    return all;
  }
}
