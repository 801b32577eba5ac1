package io.sluice.reports.figures;

import io.sluice.model.run.RequestSample;
import io.sluice.model.run.RunResult;
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
 * @param grid response times of the whole run by request and stretch
 * @param examples of the whole run's failures, one of each kind that was kept
 * @param slowest requests of the whole run, the slowest first
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
    TimeGrid grid,
    List<RequestSample> examples,
    List<RequestSample> slowest,
    TargetMetrics target) {

  /** Reads all intervals of the run, once. */
  public static RunFigures of(RunResult run) {
    FiguresRecorder recorder = new FiguresRecorder(run.plan(), run.header());
    run.intervals().replay(recorder);
    return recorder.figures(run.end(), run.target());
  }
}
