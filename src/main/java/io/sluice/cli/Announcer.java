package io.sluice.cli;

import io.sluice.reports.ci.JudgedRun;
import java.util.List;

/**
 * Tells others what was found of a run. By then it is judged and stored: whatever goes wrong here
 * is said in a sentence, and changes neither the verdict nor the exit code.
 */
final class Announcer {
  /** Is told. */
  @FunctionalInterface
  interface Listener {
    void tell(JudgedRun run);
  }

  private final List<Listener> listeners;
  private final Console console;

  Announcer(List<Listener> listeners, Console console) {
    this.listeners = List.copyOf(listeners);
    this.console = console;
  }

  /** Tells all of them, one after the other; returns the run's exit code. */
  int tell(JudgedRun run) {
    for (Listener listener : listeners) {
      try {
        listener.tell(run);
      } catch (RuntimeException e) {
        console.problem("a defect kept the verdict from being passed on: " + e.getClass());
      }
    }
    return run.exitCode();
  }
}
