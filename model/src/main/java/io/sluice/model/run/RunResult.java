package io.sluice.model.run;

import io.sluice.model.plan.LoadPlan;
import org.jspecify.annotations.Nullable;

/**
 * A run as the gate and the reports see it: the plan, and every interval as often as they want.
 *
 * @param plan what was to be run
 * @param header what was known before
 * @param end how it ended
 * @param intervals where the intervals come from
 */
public record RunResult(LoadPlan plan, RunHeader header, RunEnd end, Source intervals) {
  /** A source of intervals that can be read again. */
  @FunctionalInterface
  public interface Source {
    /** Calls back with every interval, in order. */
    void replay(IntervalListener listener);
  }

  /** The numbered series of the plan. */
  public SeriesCatalog catalog() {
    return SeriesCatalog.of(plan);
  }

  /** All intervals added up; spans the whole run. */
  public Interval total() {
    Interval total = new Interval(catalog());
    int[] count = new int[1];
    long[] to = new long[1];
    intervals.replay(
        interval -> {
          total.add(interval);
          count[0]++;
          to[0] = Math.max(to[0], interval.toNanos());
        });
    total.span(0, 0, to[0]);
    return total;
  }

  /** Seconds of the run that lie in a window of the plan and were reached, as nanoseconds. */
  public long measuredNanos(SeriesCatalog.WindowKey key) {
    for (var phase : plan.phases()) {
      for (var window : phase.windows()) {
        if (phase.name().equals(key.phase()) && window.name().equals(key.window())) {
          long from = phase.start().plus(window.from()).toNanos();
          long to = phase.start().plus(window.to()).toNanos();
          return Math.max(0, Math.min(to, end.nanos()) - from);
        }
      }
    }
    return 0;
  }

  /** Adds a cell to a total that may not exist yet. */
  public static SeriesCell sum(@Nullable SeriesCell total, SeriesCell cell) {
    SeriesCell sum = total == null ? new SeriesCell() : total;
    sum.add(cell);
    return sum;
  }
}
