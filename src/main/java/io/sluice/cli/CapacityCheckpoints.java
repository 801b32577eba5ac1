package io.sluice.cli;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import java.time.Duration;
import java.util.List;

/**
 * Watches a probe for its checkpoints. One is ripe when it is reached and every request that was
 * intended before it has ended, or is older than the longest time that an objective allows: looked
 * at earlier, slow requests would be missing.
 */
final class CapacityCheckpoints implements IntervalListener {
  private static final long MARGIN_NANOS = Duration.ofSeconds(1).toNanos();
  private static final double MOST_NANOS = Duration.ofSeconds(30).toNanos();

  private final SeriesCatalog catalog;
  private final List<Window> windows;
  private final long patienceNanos;
  private final Look look;
  private final long[] open;
  private int next = 1;

  /** Looks at a ripe checkpoint. */
  @FunctionalInterface
  interface Look {
    /**
     * A checkpoint that is not the last one is ripe.
     *
     * @param checkpoint 1 for the first
     * @param unfinished requests intended before it that have not ended, as aborted at their age
     */
    void at(int checkpoint, Interval unfinished);
  }

  CapacityCheckpoints(LoadPlan plan, Look look) {
    this.look = look;
    catalog = SeriesCatalog.of(plan);
    windows = plan.phases().getFirst().windows();
    open = new long[catalog.seriesCount()];
    double longest =
        plan.objectives().stream()
            .filter(objective -> objective.measure().unit() == Measure.Unit.TIME)
            .mapToDouble(Objective::threshold)
            .max()
            .orElse(0);
    patienceNanos = MARGIN_NANOS + (long) Math.min(MOST_NANOS, longest);
  }

  @Override
  public void onInterval(Interval interval) {
    for (int s = 0; s < open.length; s++) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        open[s] += cell.started() - cell.ended();
      }
    }
    int window = windowOf(next);
    if (window >= windows.size() - 1) {
      return; // the last one is the end of the plan
    }
    long due = windows.get(window).to().toNanos();
    int series = (window + 1) * catalog.requestCount();
    long waiting = 0;
    for (int s = 0; s < series; s++) {
      waiting += open[s];
    }
    if (interval.toNanos() >= due && (waiting == 0 || interval.toNanos() >= due + patienceNanos)) {
      int checkpoint = next;
      next++;
      look.at(checkpoint, unfinished(series, interval));
    }
  }

  private int windowOf(int checkpoint) {
    return checkpoint - 1 + (windows.getFirst().name().equals(CapacityPlan.SETTLE) ? 1 : 0);
  }

  private Interval unfinished(int series, Interval last) {
    Interval unfinished = new Interval(catalog);
    // not empty: a slice without any length at the end of a window would lie in that window
    unfinished.span(last.number() + 1, last.toNanos(), last.toNanos() + 1);
    for (int s = 0; s < series; s++) {
      for (long i = 0; i < open[s]; i++) {
        unfinished.series(s).finish(Outcome.ABORTED, 0, patienceNanos, -1, -1);
      }
    }
    return unfinished;
  }
}
