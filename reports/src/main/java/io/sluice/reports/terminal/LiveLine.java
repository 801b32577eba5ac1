package io.sluice.reports.terminal;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.reports.text.Values;
import java.io.PrintStream;

/**
 * Shows a run while it goes on, in one line: elapsed and remaining time, users, rate, percentiles
 * of the last second or seconds, errors. Where the generator itself is in trouble, it says so in
 * the place of the remaining time.
 *
 * <p>Listener and {@link #close} are called by one thread at a time. It writes to the given stream,
 * which stays the caller's.
 */
public final class LiveLine implements IntervalListener, AutoCloseable {
  private static final long LOG_NANOS = 5_000_000_000L;
  private static final long TERMINAL_NANOS = 500_000_000L;

  private final PrintStream out;
  private final Screen screen;
  private final double plannedSeconds;
  private final Stretch stretch = new Stretch();
  private int shown;

  /**
   * A live line for a run of the plan.
   *
   * @param plan what is run
   * @param out where lines go
   * @param screen what {@code out} is
   */
  public LiveLine(LoadPlan plan, PrintStream out, Screen screen) {
    this.out = out;
    this.screen = screen;
    plannedSeconds = plan.duration().toNanos() / 1e9;
  }

  @Override
  public void onInterval(Interval interval) {
    if (screen.kind() == Screen.Kind.QUIET) {
      return;
    }
    stretch.add(interval);
    boolean terminal = screen.kind() == Screen.Kind.TERMINAL;
    if (stretch.nanos() >= (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
      show(terminal);
      stretch.next();
    }
  }

  private void show(boolean terminal) {
    Line line = line();
    String text = line.render(screen.style());
    if (terminal) {
      out.print("\r" + text + " ".repeat(Math.max(0, shown - line.width())));
      shown = line.width();
    } else {
      out.print(text + "\n");
    }
    out.flush();
  }

  private Line line() {
    // A terminal wraps the cursor after its last column; a rewritten line must stay left of it.
    Line line = new Line(screen.columns() - 1);
    double elapsed = stretch.elapsedSeconds();
    line.add(Ink.STRONG, Values.clock(elapsed) + " / " + Values.clock(plannedSeconds));
    String trouble = stretch.trouble();
    if (trouble.isEmpty()) {
      line.add(
          Ink.FAINT,
          elapsed < plannedSeconds
              ? Values.clock(Math.ceil(plannedSeconds - elapsed)) + " left"
              : "ending");
    } else {
      line.add(Ink.DOUBTFUL, "generator: " + trouble);
    }
    String planned = stretch.plannedUsers() == 0 ? "" : "/" + Values.count(stretch.plannedUsers());
    line.add(Ink.PLAIN, "users " + Values.count(stretch.users()) + planned);
    line.add(Ink.PLAIN, Values.perSecond(stretch.perSecond()));
    String p99 = "p99 " + Values.millis(stretch.percentileMillis(99));
    line.add(
        Ink.PLAIN,
        trouble.isEmpty()
            ? "p50 %s  p95 %s  %s"
                .formatted(
                    Values.millis(stretch.percentileMillis(50)),
                    Values.millis(stretch.percentileMillis(95)),
                    p99)
            : p99); // the words of trouble need the room
    long failed = stretch.failedEver();
    line.add(
        stretch.failing() ? Ink.BAD : Ink.PLAIN,
        failed == 0
            ? "errors 0"
            : "errors %s (%s)"
                .formatted(Values.count(failed), Values.share(stretch.errorRateEver())));
    if (stretch.droppedEver() > 0) {
      line.add(Ink.DOUBTFUL, "dropped " + Values.count(stretch.droppedEver()));
    }
    return line;
  }

  /** Ends the line that was rewritten in place, so that what is printed next starts a new one. */
  @Override
  public void close() {
    if (screen.kind() == Screen.Kind.TERMINAL && stretch.nanos() > 0) {
      show(true);
    }
    if (shown > 0) {
      out.print("\n");
      out.flush();
      shown = 0;
    }
  }
}
