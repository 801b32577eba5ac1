package io.sluice.reports.terminal;

import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run while it goes on: the last minute second by second, the last seconds as a
 * whole, and the sums of all of it. Taking an interval in costs some additions of histograms. Not
 * thread-safe.
 */
public final class LiveState implements IntervalListener {
  /** How much of the past the sparkline shows. */
  static final int MINUTE = 60;

  /** How many seconds the figures of the moment are taken over. */
  static final int MOMENT = 5;

  private static final long SECOND = 1_000_000_000L;

  /** A kind of failure and how often it was seen. */
  record ErrorKind(ErrorKey key, long count) {}

  private final Schedule schedule;
  private final boolean[] measuredSeries;
  private final Deque<LiveSecond> seconds = new ArrayDeque<>();
  private final Histogram measured = Times.fresh();
  private final Interval errors;
  private long measuredRequests;
  private long toNanos;
  private long users;
  private long plannedUsers;
  private long finished;
  private long failed;
  private long dropped;
  private @Nullable Verdict verdict;

  /** A run of the plan that has not begun. */
  public LiveState(LoadPlan plan) {
    schedule = Schedule.of(plan);
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    errors = new Interval(catalog);
    measuredSeries = new boolean[catalog.seriesCount()];
    for (int s = 0; s < measuredSeries.length; s++) {
      measuredSeries[s] = catalog.series(s).measured();
    }
  }

  @Override
  public void onInterval(Interval interval) {
    LiveSecond second = second(interval.fromNanos() / SECOND);
    second.add(interval);
    for (int s = 0; s < interval.seriesCount(); s++) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        finished += cell.finished();
        failed += cell.failed();
        if (measuredSeries[s]) {
          measuredRequests += cell.finished();
          addSeen(measured, cell.okResponse());
          addSeen(measured, cell.failedResponse());
        }
      }
    }
    interval.errors().forEach(errors::error);
    toNanos = interval.toNanos();
    users = interval.health().get(Counter.USERS);
    plannedUsers = interval.health().get(Counter.PLANNED_USERS);
    dropped += interval.health().get(Counter.DROPPED);
  }

  /** Takes in what is to be said of the run so far. */
  public void judged(Verdict soFar) {
    verdict = soFar;
  }

  static void addSeen(Histogram sum, Histogram times) {
    if (times.getTotalCount() > 0) {
      sum.add(times);
    }
  }

  private LiveSecond second(long number) {
    LiveSecond last = seconds.peekLast();
    if (last != null && last.number() == number) {
      return last;
    }
    LiveSecond next = new LiveSecond(number);
    seconds.addLast(next);
    if (seconds.size() > MINUTE) {
      seconds.removeFirst();
    }
    // only the moment needs more than counts: what is older lets its histograms go
    seconds.stream().limit(Math.max(0, seconds.size() - MOMENT)).forEach(LiveSecond::fade);
    return next;
  }

  Schedule schedule() {
    return schedule;
  }

  double elapsedSeconds() {
    return toNanos / 1e9;
  }

  /** Whether an interval has come. */
  boolean begun() {
    return toNanos > 0;
  }

  /** Requests per second in each second of the last minute, the oldest first. */
  double[] rates() {
    return seconds.stream().mapToDouble(LiveSecond::perSecond).toArray();
  }

  /** The last seconds as one. */
  LiveSecond moment() {
    LiveSecond sum = new LiveSecond(0);
    seconds.stream().skip(Math.max(0, seconds.size() - MOMENT)).forEach(sum::add);
    return sum;
  }

  /** Response times in measured windows so far, in microseconds. */
  Histogram measured() {
    return measured;
  }

  /** Finished requests of measured windows so far. */
  long measuredRequests() {
    return measuredRequests;
  }

  /** What the gate says of it so far, if it has said anything. */
  Optional<Verdict> verdict() {
    return Optional.ofNullable(verdict);
  }

  /** Users in an iteration. */
  long users() {
    return users;
  }

  /** Users that the plan wants; 0 where it wants arrivals. */
  long plannedUsers() {
    return plannedUsers;
  }

  long finished() {
    return finished;
  }

  long failed() {
    return failed;
  }

  /** Arrivals that found no free user. */
  long dropped() {
    return dropped;
  }

  /** Errors by kind, the most frequent first. */
  List<ErrorKind> errors() {
    return errors.errors().entrySet().stream()
        .map(entry -> new ErrorKind(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(ErrorKind::count)
                .reversed()
                .thenComparing(kind -> kind.key().toString()))
        .toList();
  }
}
