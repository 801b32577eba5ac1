package io.sluice.reports.figures;

import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.SeriesKey;
import io.sluice.model.run.TargetMetrics;
import java.util.List;

/**
 * All figures of a run that reports show: immutable, computed once.
 *
 * @param facts which run it was
 * @param measured the requests of the measured windows: what objectives look at
 * @param wholeRun all requests, warm-up and drain included: what a target's own counts can be held
 *     against
 * @param load planned and offered, over the whole run
 * @param checks in the measured windows
 * @param metrics in the measured windows
 * @param errors in the whole run, the most frequent first
 * @param generator its own state, over the whole run
 * @param windows the plan's windows that were reached
 * @param timeline the whole run, at most about {@value TimelineRecorder#MAX_POINTS} points
 * @param responseCurve percentile distribution of the response time in the measured windows
 * @param serviceCurve percentile distribution of the service time in the measured windows
 * @param target what Prometheus servers said of the target
 */
public record RunFigures(
    RunFacts facts,
    Scope measured,
    Scope wholeRun,
    LoadFigures load,
    List<CheckFigures> checks,
    List<MetricFigures> metrics,
    List<ErrorFigures> errors,
    GeneratorFigures generator,
    List<WindowSpan> windows,
    List<TimelinePoint> timeline,
    List<CurvePoint> responseCurve,
    List<CurvePoint> serviceCurve,
    TargetMetrics target) {

  /** Reads all intervals of the run, once. */
  public static RunFigures of(RunResult run) {
    SeriesCatalog catalog = run.catalog();
    Interval sums = new Interval(catalog);
    TimelineRecorder timeline = new TimelineRecorder(run.end().nanos());
    Peaks peaks = new Peaks();
    run.intervals()
        .replay(
            interval -> {
              sums.add(interval);
              timeline.add(interval);
              peaks.add(interval.health());
            });
    List<WindowSpan> windows = WindowSpan.of(run.plan(), run.end().nanos());
    RunFacts facts = RunFacts.of(run, WindowSpan.measuredSeconds(windows));
    SeriesCell measured = measured(catalog, sums);
    return new RunFigures(
        facts,
        Scope.of(catalog, sums, SeriesKey::measured, facts.measuredSeconds()),
        Scope.of(catalog, sums, _ -> true, facts.durationSeconds()),
        LoadFigures.of(sums.health(), peaks.of(Counter.USERS)),
        CheckFigures.of(run.plan(), catalog, sums),
        MetricFigures.of(run.plan().metrics(), catalog, sums),
        ErrorFigures.of(sums.errors()),
        GeneratorFigures.of(sums, peaks),
        windows,
        timeline.finish(),
        CurvePoint.curve(measured.response()),
        CurvePoint.curve(measured.service()),
        run.target());
  }

  private static SeriesCell measured(SeriesCatalog catalog, Interval sums) {
    SeriesCell sum = new SeriesCell();
    for (int s = 0; s < catalog.seriesCount(); s++) {
      SeriesCell cell = sums.seriesIfSeen(s);
      if (cell != null && catalog.series(s).measured()) {
        sum.add(cell);
      }
    }
    return sum;
  }
}
