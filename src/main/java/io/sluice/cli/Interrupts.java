package io.sluice.cli;

import io.sluice.engine.StopSignal;
import io.sluice.model.run.RunEnd;
import java.io.PrintStream;
import java.util.function.Consumer;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C and SIGTERM while a run goes on: the first one ends it gracefully, the second at once, the
 * third the process. Of a k6 script the first ends it at once, the second the process, as in k6.
 */
final class Interrupts implements AutoCloseable {
  private StopSignal stop;
  private final Consumer<String> say;
  private final int patience;
  private final int halted;
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
    this(stop, say, 2, ExitCode.INTERRUPTED.code());
  }

  /**
   * Interrupts of a k6 script's run.
   *
   * @param told of the first one
   */
  static Interrupts ofScript(StopSignal stop, Runnable told) {
    return new Interrupts(stop, _ -> told.run(), 1, io.sluice.k6.ExitCode.EXTERNAL_ABORT.number());
  }

  /**
   * Interrupts that end a run at once after so many.
   *
   * @param halted the exit code of the process where one more comes
   */
  private Interrupts(StopSignal stop, Consumer<String> say, int patience, int halted) {
    this.stop = stop;
    this.say = say;
    this.patience = patience;
    this.halted = halted;
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
    if (count < patience) {
      stop.stop(RunEnd.Reason.INTERRUPTED, "interrupted by the user");
    } else if (count == patience) {
      stop.stopAtOnce(RunEnd.Reason.INTERRUPTED, "interrupted by the user");
    } else {
      Runtime.getRuntime().halt(halted);
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
