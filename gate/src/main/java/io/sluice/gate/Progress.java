package io.sluice.gate;

import io.sluice.model.run.RunEnd;

/** How far a run has come: to its end, or as far as it was seen while it goes on. */
final class Progress {
  private RunEnd end;

  Progress(RunEnd end) {
    this.end = end;
  }

  /** It was seen so far, in nanoseconds from its start, and goes on. */
  void seenUpTo(long nanos) {
    end = new RunEnd(RunEnd.Reason.COMPLETED, "", nanos);
  }

  /** How it ended; of a run that goes on, as if it had ended by plan where it was seen last. */
  RunEnd end() {
    return end;
  }
}
