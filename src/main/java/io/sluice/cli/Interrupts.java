package io.sluice.cli;

import io.sluice.engine.StopSignal;
import io.sluice.model.run.RunEnd;
import java.io.PrintStream;
import java.util.function.Consumer;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C and SIGTERM while a run goes on: the first one ends it gracefully, the second at once, the
 * third the process.
 */
final class Interrupts implements AutoCloseable {
  private StopSignal stop;
  private final Consumer<String> say;
  private final @Nullable Object previousInterrupt;
  private final @Nullable Object previousTerminate;
  private int count;

  /**
   * Interrupts of a run.
   *
   * @param stop ends it
   * @param say tells the user what happens
   */
  Interrupts(StopSignal stop, Consumer<String> say) {
    this.stop = stop;
    this.say = say;
    previousInterrupt = Signals.register("INT", this::interrupted);
    previousTerminate = Signals.register("TERM", this::interrupted);
  }

  /** Interrupts of several runs, one after the other: {@link #renewed} gives each its signal. */
  static Interrupts ofSeveralRuns(PrintStream err) {
    return new Interrupts(
        new StopSignal(),
        sentence -> {
          err.println();
          err.println(sentence);
        });
  }

  /** A fresh signal for the next of several runs; already given if the user has interrupted. */
  synchronized StopSignal renewed() {
    stop = new StopSignal();
    if (count > 0) {
      stop.stop(RunEnd.Reason.INTERRUPTED, "interrupted by the user");
    }
    return stop;
  }

  /** Whether the user has interrupted. */
  synchronized boolean happened() {
    return count > 0;
  }

  private void interrupted() {
    boolean first = count() == 1; // a terminal that takes no text must not keep the next one back
    if (first) {
      say.accept("Stopping; requests under way may finish. Press Ctrl-C again to cut them.");
    }
  }

  private synchronized int count() {
    count++;
    if (count == 1) {
      stop.stop(RunEnd.Reason.INTERRUPTED, "interrupted by the user");
    } else if (count == 2) {
      stop.stopAtOnce(RunEnd.Reason.INTERRUPTED, "interrupted by the user");
    } else {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
    }
    return count;
  }

  @Override
  public void close() {
    if (previousInterrupt != null) {
      Signals.unregister("INT", previousInterrupt);
    }
    if (previousTerminate != null) {
      Signals.unregister("TERM", previousTerminate);
    }
  }
}
