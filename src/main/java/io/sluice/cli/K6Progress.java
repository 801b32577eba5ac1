package io.sluice.cli;

import io.sluice.k6.options.ScenarioOptions;
import io.sluice.k6.run.K6Test;
import io.sluice.k6.summary.ProgressLines;
import io.sluice.k6.summary.RunProgress;
import io.sluice.k6.summary.ScenarioProgress;
import io.sluice.k6.summary.ScenarioProgress.Status;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import java.util.ArrayList;
import java.util.List;

/** Shows how far a k6 script has come, every second. Called on the aggregator's thread. */
final class K6Progress implements IntervalListener, AutoCloseable {
  private static final long EVERY_NANOS = 1_000_000_000L;

  private final K6Test test;
  private final Console console;
  private final boolean quiet;
  private long next = EVERY_NANOS;
  private int shown;

  private K6Progress(K6Test test, Console console, boolean quiet) {
    this.test = test;
    this.console = console;
    this.quiet = quiet;
  }

  static K6Progress start(K6Test test, Console console, boolean quiet) {
    return new K6Progress(test, console, quiet);
  }

  @Override
  public void onInterval(Interval interval) {
    if (!quiet && interval.toNanos() >= next) {
      next = interval.toNanos() + EVERY_NANOS;
      show(interval.toNanos(), false);
    }
  }

  private void show(long now, boolean last) {
    K6Test.Progress progress = test.progress();
    List<ScenarioOptions> all = test.options().scenarios();
    List<ScenarioProgress> scenarios = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      scenarios.add(scenario(all.get(i), i, now, progress, last));
    }
    RunProgress run =
        new RunProgress(
            progress.elapsedNanos(),
            test.options().plan().maxDurationNanos(),
            progress.active(),
            progress.initialized(),
            test.options().plan().maxVus(),
            progress.completed(),
            progress.interrupted());
    List<String> lines = ProgressLines.of(run, scenarios);
    StringBuilder text = new StringBuilder();
    if (console.terminal() && shown > 0) {
      text.append("\u001b[").append(shown).append("A\u001b[J");
    }
    lines.forEach(line -> text.append(line).append('\n'));
    if (!console.terminal()) {
      text.append('\n');
    }
    shown = lines.size();
    console.out().print(text);
    console.out().flush();
  }

  private ScenarioProgress scenario(
      ScenarioOptions scenario, int number, long now, K6Test.Progress run, boolean last) {
    long since = now - scenario.common().startTimeNanos();
    Status status =
        since < 0
            ? Status.WAITING
            : last
                ? Status.DONE
                : since > scenario.durationNanos() ? Status.STOPPING : Status.RUNNING;
    return new ScenarioProgress(
        scenario,
        status,
        Math.max(0, since),
        run.active(),
        run.initialized(),
        test.begun(number),
        0);
  }

  @Override
  public void close() {
    if (!quiet) {
      show(Math.max(0, next - EVERY_NANOS), true);
    }
  }
}
