package io.sluice.reports.figures;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Makes points of the timeline from intervals that come in order. In a long run neighbouring
 * intervals share a point: their histograms are merged, so its percentiles are those of the whole
 * stretch.
 */
final class TimelineRecorder {
  /** More points than this do not help a reader. */
  static final int MAX_POINTS = 1_200;

  private static final long SHORT_NANOS = 500_000_000L;

  private final int perPoint;
  private final List<TimelinePoint> points = new ArrayList<>();
  private final Histogram response = Times.fresh();
  private Health health = new Health();
  private boolean open;
  private long point;
  private long fromNanos;
  private long toNanos;
  private long users;
  private long plannedUsers;
  private long started;
  private long finished;
  private long failed;

  /** A recorder for a run of about that length. */
  TimelineRecorder(long endNanos) {
    long seconds = Math.ceilDiv(Math.max(0, endNanos), 1_000_000_000L);
    perPoint = Math.toIntExact(Math.max(1, Math.ceilDiv(seconds, MAX_POINTS)));
  }

  void add(Interval interval) {
    // The last interval of a run may be a splinter: a rate per second of it would be noise.
    boolean splinter = interval.toNanos() - interval.fromNanos() < SHORT_NANOS;
    if (open && interval.number() / perPoint != point && !splinter) {
      close();
    }
    if (!open) {
      open = true;
      point = interval.number() / perPoint;
      fromNanos = interval.fromNanos();
    }
    toNanos = interval.toNanos();
    users = Math.max(users, interval.health().get(Counter.USERS));
    plannedUsers = Math.max(plannedUsers, interval.health().get(Counter.PLANNED_USERS));
    health.add(interval.health());
    for (int s = 0; s < interval.seriesCount(); s++) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        add(cell);
      }
    }
  }

  private void add(SeriesCell cell) {
    started += cell.started();
    finished += cell.finished();
    failed += cell.failed();
    addSeen(cell.okResponse());
    addSeen(cell.failedResponse());
  }

  private void addSeen(Histogram times) {
    if (times.getTotalCount() > 0) {
      response.add(times);
    }
  }

  private void close() {
    points.add(
        new TimelinePoint(
            fromNanos / 1e9,
            toNanos / 1e9,
            users,
            plannedUsers,
            started,
            finished,
            failed,
            health.get(Counter.DROPPED),
            Distribution.percentile(response, 50),
            Distribution.percentile(response, 90),
            Distribution.percentile(response, 95),
            Distribution.percentile(response, 99),
            Distribution.max(response),
            Distribution.percentile(health.lag(), 99),
            Distribution.percentile(health.loopDelay(), 99),
            health.busyShare()));
    response.reset();
    health = new Health();
    open = false;
    users = 0;
    plannedUsers = 0;
    started = 0;
    finished = 0;
    failed = 0;
  }

  /** The points of all intervals so far; nothing may be added afterwards. */
  List<TimelinePoint> finish() {
    if (open) {
      close();
    }
    return List.copyOf(points);
  }
}
