package io.sluice.cli;

import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunResult;

/**
 * The intervals of a run, which somebody else sees as well when they are read for the first time: a
 * long run's log is worth reading once.
 */
final class OnePass implements RunResult.Source {
  private final RunResult.Source intervals;
  private final IntervalListener witness;
  private boolean read;

  OnePass(RunResult.Source intervals, IntervalListener witness) {
    this.intervals = intervals;
    this.witness = witness;
  }

  @Override
  public void replay(IntervalListener listener) {
    if (read) {
      intervals.replay(listener);
      return;
    }
    read = true;
    intervals.replay(
        interval -> {
          witness.onInterval(interval);
          listener.onInterval(interval);
        });
  }

  /** Reads them now if nobody has yet. */
  void finish() {
    if (!read) {
      replay(_ -> {});
    }
  }
}
