package io.sluice.gate;

import io.sluice.gate.baseline.BaselineRecorder;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Threshold;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges a run while it goes on: each interval is taken in once. Asked before the end it says what
 * was seen so far, but nothing of objectives over a part of the run, over a baseline or over an
 * error budget, which wait for its end.
 *
 * <p>What it says early is for people who look on. A verdict that was PASS once may be FAIL later,
 * and looking often makes that likelier than the confidence says; what ends a run early is {@link
 * EarlyStop}. Not thread-safe.
 */
public final class RunningJudge {
  private final Progress progress = new Progress();
  private final @Nullable BaselineRecorder totals;
  private final Hearing hearing;

  /** Judges objectives over a baseline by the totals of the run that is judged. */
  interface Comparisons {
    /** The estimator of an objective over a baseline, or null for any other. */
    @Nullable Estimator of(Question question, BaselineRecorder totals);
  }

  RunningJudge(LoadPlan plan, Level level, Verdict.Statistics statistics, Comparisons comparisons) {
    RunResult soFar =
        new RunResult(
            plan,
            new RunHeader(plan.name(), Instant.EPOCH, "", 1, Map.of()),
            progress.end(),
            _ -> {});
    BaselineRecorder recorder = new BaselineRecorder(plan);
    totals = plan.objectives().stream().anyMatch(RunningJudge::compares) ? recorder : null;
    hearing =
        new Hearing(
            soFar,
            progress,
            level,
            statistics,
            question -> LaterEstimator.of(question, q -> comparisons.of(q, recorder)));
  }

  private static boolean compares(Objective objective) {
    return objective.bound() instanceof Threshold.OfBaseline;
  }

  /** Takes in what an interval saw; the next one follows it. */
  public void take(Interval interval) {
    progress.seenUpTo(interval.toNanos());
    hearing.take(interval);
    if (totals != null) {
      totals.onInterval(interval);
    }
  }

  /** What can be said of the run so far. */
  public Verdict soFar() {
    return hearing.conclude();
  }

  /**
   * What {@link Gate#judge} says of the run, which is over and all of whose intervals were taken
   * in. To be asked once. The run's intervals are read again only for objectives over a part of it,
   * or over an error budget.
   */
  public Verdict conclude(RunResult run) {
    progress.ended(run);
    List<LaterEstimator> unseen = hearing.begin();
    if (!unseen.isEmpty()) {
      run.intervals().replay(interval -> unseen.forEach(estimator -> estimator.take(interval)));
    }
    return hearing.conclude();
  }
}
