package io.sluice.cli;

import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.reports.terminal.Canvas;
import io.sluice.reports.terminal.LiveScreen;
import io.sluice.reports.terminal.LiveState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The live screen on a terminal, drawn twice a second by a thread of its own, each time for the
 * size that the window has then. When it is closed nothing of it is left: the summary takes its
 * place.
 *
 * <p>The thread that hands intervals over never waits for the terminal: one lock guards what is
 * known, another one what is written.
 */
final class LiveTerminal implements LiveView {
  private static final long REDRAW_MILLIS = 500;
  private static final long PATIENCE_MILLIS = 2_000;

  private final Console console;
  private final Supplier<Canvas> canvas;
  private final Runnable release;
  private final Supplier<Optional<Verdict>> verdict;
  private final LiveState state;
  private final Object known = new Object();
  private final Object written = new Object();
  private final Frame frame = new Frame();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread painter;

  /**
   * A screen that is not drawn yet.
   *
   * @param canvas what there is to draw on, now
   * @param release is called when nothing will be drawn any more
   */
  private LiveTerminal(
      LoadPlan plan,
      Console console,
      Supplier<Canvas> canvas,
      Runnable release,
      Supplier<Optional<Verdict>> verdict) {
    this.console = console;
    this.canvas = canvas;
    this.release = release;
    this.verdict = verdict;
    state = new LiveState(plan);
    painter = Thread.ofPlatform().name("live-terminal").daemon().unstarted(this::paint);
  }

  /** A screen in a window. */
  static LiveTerminal start(
      LoadPlan plan, Console console, Window window, Supplier<Optional<Verdict>> verdict) {
    return start(plan, console, () -> console.canvas(window.size()), window::close, verdict);
  }

  /** A screen on a canvas that may change. */
  static LiveTerminal start(
      LoadPlan plan,
      Console console,
      Supplier<Canvas> canvas,
      Runnable release,
      Supplier<Optional<Verdict>> verdict) {
    LiveTerminal terminal = new LiveTerminal(plan, console, canvas, release, verdict);
    terminal.painter.start();
    return terminal;
  }

  @Override
  public void onInterval(Interval interval) {
    synchronized (known) {
      state.onInterval(interval);
    }
  }

  private void paint() {
    try {
      do {
        draw();
      } while (!closed.await(REDRAW_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      // closed
    } catch (RuntimeException e) {
      say("The live screen has ended: " + e); // a run must not die of being looked at
    }
  }

  private void draw() {
    Canvas now = canvas.get();
    List<String> lines = lines(now);
    synchronized (written) {
      if (closed.getCount() > 0) {
        write(frame.draw(lines, now.columns()));
      }
    }
  }

  private List<String> lines(Canvas now) {
    Verdict last = verdict.get().orElse(null);
    synchronized (known) {
      if (last != null) {
        state.judged(last);
      }
      return LiveScreen.lines(state, now);
    }
  }

  /** Puts a sentence above the screen, where it stays. */
  @Override
  public void say(String sentence) {
    synchronized (written) {
      write(frame.clear(canvas.get().columns()));
      console.err().println(sentence);
      console.err().flush();
    }
  }

  private void write(String text) {
    console.out().print(text); // in one piece, so that nothing can come between
    console.out().flush();
  }

  @Override
  public void close() {
    closed.countDown();
    synchronized (written) {
      write(frame.clear(canvas.get().columns()));
    }
    try {
      painter.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    release.run();
  }
}
