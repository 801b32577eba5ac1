package io.sluice.cli;

import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunHeader;
import io.sluice.reports.figures.RunFigures;
import java.util.Optional;
import java.util.function.Supplier;

/** What shows a run in a browser while it goes on. */
interface RunWatch extends AutoCloseable {
  /**
   * The run begins.
   *
   * @param folder of the run, which tells where it can be watched
   * @param soFar what the gate says of what was seen so far
   * @return what is to be handed each interval
   */
  IntervalListener watch(
      LoadPlan plan, RunHeader header, RunFolder folder, Supplier<Optional<Verdict>> soFar);

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
      public IntervalListener watch(
          LoadPlan plan, RunHeader header, RunFolder folder, Supplier<Optional<Verdict>> soFar) {
        return _ -> {};
      }

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
