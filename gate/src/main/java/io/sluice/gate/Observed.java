package io.sluice.gate;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCell;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What a run tells of itself: how much was asked of the target, and how late the generator was.
 * Arrivals are counted over the whole run, the generator's lateness over its measured time.
 */
final class Observed {
  /** Load that came later than this was another load than the plan's. */
  static final double GROSSLY_LATE = 1e8;

  private final Stretches measured;
  private final List<Integer> measuredSeries;
  private final TimeLimit gross = new TimeLimit(GROSSLY_LATE);
  private final Health sum = new Health();
  private final List<Health> loops = new ArrayList<>();
  private long planned;
  private long offered;
  private long dropped;
  private long requests;
  private long withoutConnection;

  Observed(RunResult run, List<Integer> measuredSeries) {
    measured = Stretches.measured(run.plan(), run.catalog());
    this.measuredSeries = measuredSeries;
  }

  void take(Interval interval) {
    Health health = interval.health();
    planned += health.get(Counter.PLANNED);
    offered += health.get(Counter.OFFERED);
    dropped += health.get(Counter.DROPPED);
    for (int s : measuredSeries) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        requests += cell.finished();
        withoutConnection += cell.outcome(Outcome.NO_CONNECTION);
      }
    }
    if (measured.overlap(interval.fromNanos(), interval.toNanos())) {
      sum.add(health);
      for (int i = 0; i < interval.loops().size(); i++) {
        if (i == loops.size()) {
          loops.add(new Health());
        }
        loops.get(i).add(interval.loops().get(i));
      }
    }
  }

  /** Finished requests of measured windows. */
  long requests() {
    return requests;
  }

  /** Requests of measured windows for which the generator had no connection to give. */
  long withoutConnection() {
    return withoutConnection;
  }

  /** Arrivals that the plan wanted. */
  long planned() {
    return planned;
  }

  /** Arrivals that became iterations. */
  long offered() {
    return offered;
  }

  /** Arrivals that found no free user. */
  long dropped() {
    return dropped;
  }

  /**
   * Share of requests that were taken up, of answers that were handled, or of loops' ticks that
   * came, too late to count.
   */
  double grosslyLate() {
    return Math.max(
        share(gross, sum.lag()),
        Math.max(share(gross, sum.loopDelay()), share(gross, sum.receiveUncertainty())));
  }

  private static double share(TimeLimit limit, Histogram times) {
    return times.getTotalCount() == 0 ? 0 : (double) limit.above(times) / times.getTotalCount();
  }

  /** The generator's state, added up over the measured time; gauges mean nothing. */
  Health generator() {
    return sum;
  }

  /** The same of each loop. */
  List<Health> loops() {
    return loops;
  }
}
