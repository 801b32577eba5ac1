package io.sluice.cli;

import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.reports.terminal.LiveLine;
import io.sluice.reports.terminal.Screen;
import java.util.Optional;
import java.util.function.Supplier;

/** What a person sees of a run while it goes on. */
interface LiveView extends IntervalListener, AutoCloseable {
  /** Tells something between; any thread may call it. */
  void say(String sentence);

  @Override
  void close();

  /**
   * The screen on a terminal, unless one line was asked for; a line on everything else.
   *
   * @param verdict what the screen shows of the objectives
   */
  static LiveView start(
      LoadPlan plan, Console console, LoadOptions options, Supplier<Optional<Verdict>> verdict) {
    Screen line = console.screen(options.quiet());
    Optional<Window> window =
        options.screen() && line.kind() == Screen.Kind.TERMINAL ? Window.open() : Optional.empty();
    return window.isPresent()
        ? LiveTerminal.start(plan, console, window.get(), verdict)
        : line(new LiveLine(plan, console.out(), line), console);
  }

  private static LiveView line(LiveLine line, Console console) {
    return new LiveView() {
      @Override
      public void onInterval(Interval interval) {
        line.onInterval(interval);
      }

      @Override
      public void say(String sentence) {
        console.err().println();
        console.err().println(sentence);
      }

      @Override
      public void close() {
        line.close();
      }
    };
  }
}
