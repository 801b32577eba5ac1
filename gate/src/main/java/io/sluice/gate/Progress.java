package io.sluice.gate;

import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.TargetMetrics;

/** How far a run has come: to its end, or as far as it was seen while it goes on. */
final class Progress {
  private RunEnd end = new RunEnd(RunEnd.Reason.COMPLETED, "", 0);
  private TargetMetrics target = TargetMetrics.NONE;
  private boolean over;

  /** Of a run that is over. */
  static Progress of(RunResult run) {
    Progress progress = new Progress();
    progress.ended(run);
    return progress;
  }

  /** It was seen so far, in nanoseconds from its start, and goes on. */
  void seenUpTo(long nanos) {
    end = new RunEnd(RunEnd.Reason.COMPLETED, "", nanos);
  }

  /** It is over. */
  void ended(RunResult run) {
    end = run.end();
    target = run.target();
    over = true;
  }

  /** Whether it is over. */
  boolean over() {
    return over;
  }

  /** How it ended; of a run that goes on, as if it had ended by plan where it was seen last. */
  RunEnd end() {
    return end;
  }

  /** What is known of the target; nothing before the end. */
  TargetMetrics target() {
    return target;
  }
}
