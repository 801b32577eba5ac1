package io.sluice.gate.compare;

import io.sluice.model.plan.Selection;
import io.sluice.model.run.RunResult;

/**
 * One side of a comparison: some series of a run.
 *
 * @param name such as a run's folder, or {@code a}
 * @param run where the series are
 * @param selection which of them; without a window, those of measured windows
 */
public record Arm(String name, RunResult run, Selection selection) {
  /** All of a run. */
  public static Arm of(String name, RunResult run) {
    return new Arm(name, run, Selection.ALL);
  }
}
