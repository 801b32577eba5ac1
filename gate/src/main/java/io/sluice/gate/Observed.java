package io.sluice.gate;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * What a run tells of itself: how much was asked of the target, and how late the generator was.
 * Arrivals are counted over the whole run, the generator's lateness over its measured seconds.
 */
final class Observed {
  private final Stretches measured;
  private final List<Integer> measuredSeries;
  private final Histogram lag = Times.fresh();
  private final Histogram loopDelay = Times.fresh();
  private long busy;
  private long loop;
  private long planned;
  private long offered;
  private long dropped;
  private long requests;

  Observed(RunResult run) {
    SeriesCatalog catalog = run.catalog();
    measured = Stretches.measured(run.plan(), catalog);
    measuredSeries =
        IntStream.range(0, catalog.seriesCount())
            .filter(s -> catalog.series(s).measured())
            .boxed()
            .toList();
  }

  void take(Interval interval) {
    Health health = interval.health();
    planned += health.get(Counter.PLANNED);
    offered += health.get(Counter.OFFERED);
    dropped += health.get(Counter.DROPPED);
    for (int s : measuredSeries) {
      SeriesCell cell = interval.seriesIfSeen(s);
      requests += cell == null ? 0 : cell.finished();
    }
    if (measured.cover(interval.number())) {
      lag.add(health.lag());
      loopDelay.add(health.loopDelay());
      busy += health.get(Counter.BUSY_NANOS);
      loop += health.get(Counter.LOOP_NANOS);
    }
  }

  /** Finished requests of measured windows. */
  long requests() {
    return requests;
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

  /** 99 % of the requests were taken up at most so late, in nanoseconds. */
  double lagP99() {
    return lag.getValueAtPercentile(99) * 1000.0;
  }

  /** 99 % of the loops' ticks were at most so late, in nanoseconds. */
  double loopDelayP99() {
    return loopDelay.getValueAtPercentile(99) * 1000.0;
  }

  /** Share of their time that loops were not waiting. */
  double busyShare() {
    return loop == 0 ? 0 : Math.min(1, (double) busy / loop);
  }
}
