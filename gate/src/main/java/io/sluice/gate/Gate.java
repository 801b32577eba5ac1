package io.sluice.gate;

import io.sluice.gate.baseline.Baseline;
import io.sluice.gate.baseline.BaselineRecorder;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Selection;
import io.sluice.model.plan.Span;
import io.sluice.model.plan.Threshold;
import io.sluice.model.run.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * Judges runs. Immutable.
 *
 * <p>A run passes when every objective passes, which needs no correction for their number (an
 * intersection-union test, Berger 1982); it fails when one fails by Holm's procedure over all of
 * them, so that more objectives do not mean more false alarms; else it is inconclusive. Objectives
 * that only warn take no part in it.
 */
public final class Gate {
  private final Level level;
  private final Verdict.Statistics statistics;
  private final @Nullable Baseline baseline;

  private Gate(Level level, Verdict.Statistics statistics, @Nullable Baseline baseline) {
    this.level = level;
    this.statistics = statistics;
    this.baseline = baseline;
  }

  /** Intervals of 95 %. */
  public static Gate standard() {
    return of(0.95, Verdict.Statistics.INTERVAL);
  }

  /**
   * A gate with another confidence or with point estimates.
   *
   * @throws IllegalArgumentException unless 0.5 &lt;= confidence &lt; 1
   */
  public static Gate of(double confidence, Verdict.Statistics statistics) {
    if (!(confidence >= 0.5 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be at least 50% and below 100%, was " + confidence);
    }
    return new Gate(new Level(confidence), statistics, null);
  }

  /** The same, with a baseline for objectives that are held against one. */
  public Gate withBaseline(Baseline other) {
    return new Gate(level, statistics, other);
  }

  /**
   * What is wrong with an objective over a baseline, as a clause; empty if nothing is, or if it is
   * over none.
   */
  public String problemWith(Objective objective) {
    if (!(objective.bound() instanceof Threshold.OfBaseline)) {
      return "";
    }
    if (baseline == null) {
      return "'%s' needs --baseline".formatted(objective);
    }
    Selection selection = objective.selection();
    boolean known =
        selection.names().keySet().stream().allMatch("request"::equals)
            && selection.span() instanceof Span.Whole;
    if (!(objective.measure() instanceof Measure.ResponseQuantile) || !known) {
      return "'%s': a baseline knows percentiles of the response time, of all requests or of {request:…}"
          .formatted(objective);
    }
    String request = selection.names().getOrDefault("request", "");
    return baseline.has(request)
        ? ""
        : "'%s': the baseline has no request '%s'".formatted(objective, request);
  }

  /**
   * Judges a run by the objectives of its plan, and by {@link ReleaseGate} if none of them can fail
   * it.
   */
  public Verdict judge(RunResult run) {
    RunningJudge judge = running(run.plan());
    run.intervals().replay(judge::take);
    return judge.conclude(run);
  }

  /** Judges a run of a plan while it goes on. */
  public RunningJudge running(LoadPlan plan) {
    return new RunningJudge(plan, level, statistics, this::overBaseline);
  }

  /** The estimator of an objective over a baseline, or null for any other. */
  private @Nullable Estimator overBaseline(Question question, BaselineRecorder totals) {
    if (!(question.objective().bound() instanceof Threshold.OfBaseline)) {
      return null;
    }
    String problem = problemWith(question.objective());
    if (!problem.isEmpty()
        || baseline == null
        || !(question.objective().measure() instanceof Measure.ResponseQuantile quantile)) {
      throw new IllegalArgumentException(problem);
    }
    return new BaselineEstimator(question, baseline, totals, quantile.q());
  }
}
