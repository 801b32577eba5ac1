package io.sluice.model.run;

import io.sluice.model.plan.LoadPlan;

/**
 * A run as the gate and the reports see it: the plan, and every interval as often as they want.
 *
 * @param plan what was to be run
 * @param header what was known before
 * @param end how it ended
 * @param intervals where the intervals come from
 * @param target what is known of the target itself
 */
public record RunResult(
    LoadPlan plan, RunHeader header, RunEnd end, Source intervals, TargetMetrics target) {
  /** A source of intervals that can be read again. */
  @FunctionalInterface
  public interface Source {
    /** Calls back with every interval, in order. */
    void replay(IntervalListener listener);
  }

  /** A run of which only its own side is known. */
  public RunResult(LoadPlan plan, RunHeader header, RunEnd end, Source intervals) {
    this(plan, header, end, intervals, TargetMetrics.NONE);
  }

  /** The same run by another plan for the same load, such as one with other objectives. */
  public RunResult withPlan(LoadPlan other) {
    return new RunResult(other, header, end, intervals, target);
  }

  /** The same with what is known of the target. */
  public RunResult withTarget(TargetMetrics other) {
    return new RunResult(plan, header, end, intervals, other);
  }

  /** The numbered series of the plan. */
  public SeriesCatalog catalog() {
    return SeriesCatalog.of(plan);
  }

  /** All intervals added up; spans the whole run. */
  public Interval total() {
    Interval total = new Interval(catalog());
    long[] to = new long[1];
    intervals.replay(
        interval -> {
          total.add(interval);
          to[0] = Math.max(to[0], interval.toNanos());
        });
    total.span(0, 0, to[0]);
    return total;
  }
}
