package io.sluice.gate;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import java.time.Instant;
import java.util.Map;

/**
 * Judges a run that goes on by what was seen of it so far, as often as it is asked: each interval
 * is taken in once. After the last one it says what {@link Gate#judge} will say, but for objectives
 * over a part of the run, over a baseline or over an error budget, which wait for its end.
 *
 * <p>It is for people who look on. A verdict that was PASS once may be FAIL later, and looking
 * often makes that likelier than the confidence says; what ends a run early is {@link EarlyStop}.
 * Not thread-safe.
 */
public final class RunningJudge {
  private final Progress progress = new Progress(new RunEnd(RunEnd.Reason.COMPLETED, "", 0));
  private final Hearing hearing;

  RunningJudge(LoadPlan plan, Level level, Verdict.Statistics statistics) {
    RunResult soFar =
        new RunResult(
            plan,
            new RunHeader(plan.name(), Instant.EPOCH, "", 1, Map.of()),
            progress.end(),
            _ -> {});
    hearing =
        new Hearing(
            soFar,
            progress,
            level,
            statistics,
            questions -> questions.stream().map(LaterEstimator::of).toList());
  }

  /** Takes in what an interval saw; the next one follows it. */
  public void take(Interval interval) {
    progress.seenUpTo(interval.toNanos());
    hearing.take(interval);
  }

  /** What can be said of the run so far. */
  public Verdict soFar() {
    return hearing.conclude();
  }
}
