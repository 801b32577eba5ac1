package io.sluice.reports.figures;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.EnumMap;
import java.util.Map;
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
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);

  TimelineSum(long fromNanos) {
    this.fromNanos = fromNanos;
    toNanos = fromNanos;
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, 0L);
    }
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
    outcomes.replaceAll((outcome, count) -> count + cell.outcome(outcome));
    addSeen(cell.okResponse());
    addSeen(cell.failedResponse());
  }

  private void addSeen(Histogram times) {
    if (times.getTotalCount() > 0) {
      response.add(times);
    }
  }

  /** This stretch and the one that follows, as one. */
  TimelineSum with(TimelineSum next) {
    TimelineSum both = new TimelineSum(fromNanos);
    both.include(this);
    both.include(next);
    return both;
  }

  private void include(TimelineSum part) {
    toNanos = Math.max(toNanos, part.toNanos);
    users = Math.max(users, part.users);
    plannedUsers = Math.max(plannedUsers, part.plannedUsers);
    health.add(part.health);
    started += part.started;
    finished += part.finished;
    part.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
    addSeen(part.response);
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
        outcomes,
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
