package io.sluice.cli;

import io.sluice.gate.Gate;
import io.sluice.gate.RunningJudge;
import io.sluice.gate.Verdict;
import io.sluice.gate.baseline.BaselineRecorder;
import io.sluice.gate.baseline.BaselineRun;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.TargetMetrics;
import io.sluice.reports.figures.FiguresRecorder;
import io.sluice.reports.figures.RunFigures;

/**
 * All that is made of a run's intervals, in one pass: the verdict, the figures of the reports, and
 * the totals that later runs are compared with. Not thread-safe.
 */
final class Tally implements IntervalListener {
  private final RunningJudge judge;
  private final FiguresRecorder figures;
  private final BaselineRecorder totals;

  /** What was found. */
  record Found(Verdict verdict, RunFigures figures, BaselineRun totals) {}

  /** A tally of a run of the plan, judged by its objectives. */
  Tally(LoadPlan plan, RunHeader header, Gate gate) {
    judge = gate.running(plan);
    figures = new FiguresRecorder(plan, header);
    totals = new BaselineRecorder(plan);
  }

  /** Reads a stored run. */
  static Found of(RunResult run, Gate gate) {
    Tally tally = new Tally(run.plan(), run.header(), gate);
    run.intervals().replay(tally);
    return tally.conclude(run);
  }

  @Override
  public void onInterval(Interval interval) {
    judge.take(interval);
    figures.onInterval(interval);
    totals.onInterval(interval);
  }

  /** The verdict over what was seen so far. */
  Verdict verdictSoFar() {
    return judge.soFar();
  }

  /** The figures of what was seen so far. */
  RunFigures figuresSoFar() {
    RunEnd now = new RunEnd(RunEnd.Reason.COMPLETED, "", figures.nanos());
    return figures.figures(now, TargetMetrics.NONE);
  }

  /** What was found of the run, which is over and all of whose intervals were seen; once. */
  Found conclude(RunResult run) {
    return new Found(
        judge.conclude(run), figures.figures(run.end(), run.target()), totals.run(run.header()));
  }
}
