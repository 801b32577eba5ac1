package io.sluice.reports.figures;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import org.HdrHistogram.Histogram;

/** What a stretch of neighbouring intervals saw, all series together. */
final class TimelineSum {
  private final Histogram response = Times.fresh();
  private final Health health = new Health();
  private final long fromNanos;
  private long toNanos;
  private long users;
  private long plannedUsers;
  private long started;
  private long finished;
  private long failed;

  TimelineSum(long fromNanos) {
    this.fromNanos = fromNanos;
    toNanos = fromNanos;
  }

  void add(Interval interval) {
    toNanos = Math.max(toNanos, interval.toNanos());
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

  /** Adds the stretch that follows. */
  void add(TimelineSum next) {
    toNanos = next.toNanos;
    users = Math.max(users, next.users);
    plannedUsers = Math.max(plannedUsers, next.plannedUsers);
    health.add(next.health);
    started += next.started;
    finished += next.finished;
    failed += next.failed;
    addSeen(next.response);
  }

  long nanos() {
    return toNanos - fromNanos;
  }

  TimelinePoint point() {
    return new TimelinePoint(
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
        health.busyShare(),
        health.cpuShare(),
        health.stealShare(),
        health.throttledShare());
  }
}
