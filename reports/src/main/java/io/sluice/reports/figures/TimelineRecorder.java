package io.sluice.reports.figures;

import io.sluice.model.run.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes points of the timeline from intervals that come in order: one a second. In a long run
 * neighbouring seconds share a point. Histograms are merged, so a point's percentiles are those of
 * its whole stretch.
 */
final class TimelineRecorder {
  /** More points than this do not help a reader. */
  static final int MAX_POINTS = 1_200;

  private static final long SECOND = 1_000_000_000L;
  private static final long SHORT_NANOS = SECOND / 2;

  private final long pointNanos;
  private final List<TimelinePoint> points = new ArrayList<>();
  private @Nullable TimelineSum before;
  private @Nullable TimelineSum current;
  private long point;

  /** A recorder for a run of about that length. */
  TimelineRecorder(long endNanos) {
    long seconds = Math.ceilDiv(Math.max(0, endNanos), SECOND);
    pointNanos = SECOND * Math.max(1, Math.ceilDiv(seconds, MAX_POINTS));
  }

  void add(Interval interval) {
    TimelineSum sum = current;
    if (sum == null || interval.fromNanos() / pointNanos != point) {
      emit(before);
      before = sum;
      point = interval.fromNanos() / pointNanos;
      sum = new TimelineSum(interval.fromNanos());
      current = sum;
    }
    sum.add(interval);
  }

  private void emit(@Nullable TimelineSum sum) {
    if (sum != null) {
      points.add(sum.point());
    }
  }

  /** The points of all intervals so far. */
  List<TimelinePoint> points() {
    List<TimelinePoint> all = new ArrayList<>(points);
    TimelineSum last = current;
    TimelineSum previous = before;
    if (previous != null && last != null && last.nanos() < SHORT_NANOS) {
      // The end of a run may be a splinter: a rate per second of it would be noise.
      all.add(previous.with(last).point());
      return all;
    }
    if (previous != null) {
      all.add(previous.point());
    }
    if (last != null) {
      all.add(last.point());
    }
    return all;
  }
}
