package io.sluice.reports.figures;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.SeriesKey;
import io.sluice.model.run.TargetMetrics;
import java.util.List;

/**
 * Adds the intervals of a run up, and says at any time what they amount to: once for a run that is
 * over, again and again for one that goes on. Not thread-safe.
 */
public final class FiguresRecorder implements IntervalListener {
  private final LoadPlan plan;
  private final RunHeader header;
  private final SeriesCatalog catalog;
  private final Interval sums;
  private final TimelineRecorder timeline;
  private final TimeGridRecorder grid;
  private final ErrorRecorder errors = new ErrorRecorder();
  private final Peaks peaks = new Peaks();
  private long nanos;

  /** A recorder for a run of the plan. */
  public FiguresRecorder(LoadPlan plan, RunHeader header) {
    this.plan = plan;
    this.header = header;
    catalog = SeriesCatalog.of(plan);
    sums = new Interval(catalog);
    timeline = new TimelineRecorder();
    grid = new TimeGridRecorder(catalog);
  }

  @Override
  public void onInterval(Interval interval) {
    sums.add(interval);
    timeline.add(interval);
    grid.add(interval);
    errors.add(interval);
    peaks.add(interval.health());
    nanos = interval.toNanos();
  }

  /** How far the run has come, in nanoseconds. */
  public long nanos() {
    return nanos;
  }

  /**
   * The figures of what was added so far.
   *
   * @param end how the run ended, or how far it is
   * @param target what is known of the target itself
   */
  public RunFigures figures(RunEnd end, TargetMetrics target) {
    RunResult run = new RunResult(plan, header, end, _ -> {});
    List<WindowSpan> windows = WindowSpan.of(plan, end.nanos());
    RunFacts facts = RunFacts.of(run, WindowSpan.measuredSeconds(windows));
    Sums cells = new Sums(catalog, sums);
    SeriesCell measured = cells.of(SeriesKey::measured);
    return new RunFigures(
        facts,
        Scope.of(catalog, cells, SeriesKey::measured, facts.measuredSeconds()),
        Scope.of(catalog, cells, _ -> true, facts.durationSeconds()),
        LoadFigures.of(sums.health(), peaks.of(Counter.USERS)),
        CheckFigures.of(plan, catalog, sums),
        MetricFigures.of(plan.metrics(), catalog, sums),
        errors.errors(),
        GeneratorFigures.of(sums, peaks),
        windows,
        timeline.points(),
        CurvePoint.curve(measured.response()),
        CurvePoint.curve(measured.service()),
        grid.grid(),
        errors.examples(),
        errors.slowest(),
        target);
  }
}
