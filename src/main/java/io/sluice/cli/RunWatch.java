package io.sluice.cli;

import io.sluice.gate.Verdict;
import io.sluice.reports.figures.RunFigures;

/** What shows a run in a browser while it goes on. */
interface RunWatch extends AutoCloseable {
  /**
   * The run begins.
   *
   * @param folder of the run, which tells where it can be watched
   * @param tally what is known of it so far
   */
  void watch(RunFolder folder, RunningTally tally);

  /** The run is over and judged. */
  void concluded(RunFigures figures, Verdict verdict);

  /** Whether anybody may be looking. */
  boolean wanted();

  @Override
  void close();

  /** Shows nothing. */
  static RunWatch none() {
    return new RunWatch() {
      @Override
      public void watch(RunFolder folder, RunningTally tally) {}

      @Override
      public void concluded(RunFigures figures, Verdict verdict) {}

      @Override
      public boolean wanted() {
        return false;
      }

      @Override
      public void close() {}
    };
  }
}
