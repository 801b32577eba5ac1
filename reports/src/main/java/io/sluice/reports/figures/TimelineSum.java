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

  /** What was packed. */
  static TimelineSum of(PackedStretch packed) {
    return new TimelineSum(packed.fromNanos()).with(packed);
  }

  /** The same with a stretch that follows. */
  TimelineSum with(PackedStretch next) {
    TimelinePoint point = next.point();
    toNanos = Math.max(toNanos, next.toNanos());
    users = Math.max(users, point.users());
    plannedUsers = Math.max(plannedUsers, point.plannedUsers());
    started += point.started();
    finished += point.finished();
    outcomes.replaceAll((outcome, count) -> count + point.outcomes().getOrDefault(outcome, 0L));
    for (Counter counter : Counter.values()) {
      health.add(counter, next.counters()[counter.ordinal()]);
    }
    PackedStretch.addTo(response, next.response());
    PackedStretch.addTo(health.lag(), next.lag());
    PackedStretch.addTo(health.loopDelay(), next.loopDelay());
    return this;
  }

  /** As it is kept once it is over. */
  PackedStretch pack() {
    return new PackedStretch(
        point(),
        fromNanos,
        toNanos,
        PackedStretch.counters(health),
        PackedStretch.pack(response),
        PackedStretch.pack(health.lag()),
        PackedStretch.pack(health.loopDelay()));
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
