package io.sluice.reports.terminal;

import io.sluice.model.run.Health;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import org.HdrHistogram.Histogram;

/** What a second of a run saw, or some seconds together. Not thread-safe. */
final class LiveSecond {
  private static final Health FADED = new Health();

  private final long number;
  private Histogram response = Times.fresh();
  private Health health = new Health();
  private long nanos;
  private long finished;
  private long failed;

  LiveSecond(long number) {
    this.number = number;
  }

  /** Which second of the run it is. */
  long number() {
    return number;
  }

  void add(Interval interval) {
    for (int s = 0; s < interval.seriesCount(); s++) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        LiveState.addSeen(response, cell.okResponse());
        LiveState.addSeen(response, cell.failedResponse());
        finished += cell.finished();
        failed += cell.failed();
      }
    }
    nanos += interval.toNanos() - interval.fromNanos();
    health.add(interval.health());
  }

  void add(LiveSecond other) {
    LiveState.addSeen(response, other.response);
    health.add(other.health);
    nanos += other.nanos;
    finished += other.finished;
    failed += other.failed;
  }

  /** Forgets all but counts. */
  void fade() {
    response = Times.empty();
    health = FADED;
  }

  /** Finished requests per second; {@code NaN} before there was any time. */
  double perSecond() {
    return nanos == 0 ? Double.NaN : finished * 1e9 / nanos;
  }

  Histogram response() {
    return response;
  }

  Health health() {
    return health;
  }

  boolean failing() {
    return failed > 0;
  }
}
