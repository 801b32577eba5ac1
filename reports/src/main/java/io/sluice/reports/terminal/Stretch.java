package io.sluice.reports.terminal;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import org.HdrHistogram.Histogram;

/** What the last seconds of a run saw, and the counts of all of it. Not thread-safe. */
final class Stretch {
  private final Histogram response = Times.fresh();
  private Health health = new Health();
  private long nanos;
  private long finished;
  private long failed;
  private long toNanos;
  private long users;
  private long plannedUsers;
  private long finishedEver;
  private long failedEver;
  private long droppedEver;

  void add(Interval interval) {
    for (int s = 0; s < interval.seriesCount(); s++) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        response.add(cell.okResponse());
        response.add(cell.failedResponse());
        finished += cell.finished();
        failed += cell.failed();
        finishedEver += cell.finished();
        failedEver += cell.failed();
      }
    }
    nanos += interval.toNanos() - interval.fromNanos();
    toNanos = interval.toNanos();
    users = interval.health().get(Counter.USERS);
    plannedUsers = interval.health().get(Counter.PLANNED_USERS);
    health.add(interval.health());
    droppedEver += interval.health().get(Counter.DROPPED);
  }

  /** Starts the next stretch; the counts of the whole run go on. */
  void next() {
    response.reset();
    health = new Health();
    nanos = 0;
    finished = 0;
    failed = 0;
  }

  /** How long it has been going on. */
  long nanos() {
    return nanos;
  }

  /** What is wrong with the generator, in a few words; empty if nothing is. */
  String trouble() {
    return Trouble.of(health);
  }

  double elapsedSeconds() {
    return toNanos / 1e9;
  }

  double perSecond() {
    return nanos == 0 ? Double.NaN : finished * 1e9 / nanos;
  }

  double percentileMillis(double percent) {
    return response.getTotalCount() == 0
        ? Double.NaN
        : response.getValueAtPercentile(percent) / 1000.0;
  }

  boolean failing() {
    return failed > 0;
  }

  long users() {
    return users;
  }

  long plannedUsers() {
    return plannedUsers;
  }

  long failedEver() {
    return failedEver;
  }

  double errorRateEver() {
    return finishedEver == 0 ? Double.NaN : (double) failedEver / finishedEver;
  }

  long droppedEver() {
    return droppedEver;
  }
}
