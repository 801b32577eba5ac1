package io.sluice.cli;

import io.sluice.engine.Engine;
import io.sluice.engine.StopSignal;
import io.sluice.gate.Gate;
import io.sluice.k6.run.K6Test;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunLogReader;
import io.sluice.model.run.RunLogWriter;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes the load of a k6 script, keeps what was seen, and shows it to those who look on. */
final class K6Load {
  private final K6Test test;
  private final RunFolder folder;
  private final LiveMetrics metrics;
  private final RunWatch page;
  private final Console console;

  /** A run that is over, stored, and tallied. */
  record Ended(RunResult run, Tally.Found found) {}

  K6Load(K6Test test, RunFolder folder, LiveMetrics metrics, RunWatch page, Console console) {
    this.test = test;
    this.folder = folder;
    this.metrics = metrics;
    this.page = page;
    this.console = console;
  }

  /** Makes the load until it is over. */
  Ended make(StopSignal stop, boolean quiet) {
    Engine engine = test.engine();
    SeriesCatalog roomy = SeriesCatalog.of(test.plan());
    KnownPlan known = new KnownPlan(folder.plan(), roomy, test::knownNames, test::knownPlan);
    RunHeader header =
        RunFacts.header(known.plan().name(), known.plan().digest(), engine, console.environment());
    Gate gate = new GateOptions().gate(known.plan());
    try (RunningTally tally = RunningTally.start(known.plan(), header, gate, console::problem)) {
      if (metrics.wanted() || page.wanted()) {
        tally.watch();
      }
      page.watch(folder, tally);
      RunEnd end = run(engine, roomy, header, known, tally, stop, quiet);
      if (known.grew()) {
        tally.grow(known.plan(), folder.log());
      }
      RunResult run =
          new RunResult(
              known.plan(), header, end, RunLogReader.intervals(folder.log(), known.plan()));
      return new Ended(run, tally.conclude(run));
    }
  }

  private RunEnd run(
      Engine engine,
      SeriesCatalog roomy,
      RunHeader header,
      KnownPlan known,
      RunningTally tally,
      StopSignal stop,
      boolean quiet) {
    try (RunLogWriter log = new RunLogWriter(folder.log(), header, roomy);
        K6Progress progress = K6Progress.start(test, console, quiet)) {
      IntervalListener shown = metrics.watch(known.plan(), folder.name(), tally::verdict);
      RunEnd end =
          test.run(
              engine,
              interval -> {
                if (known.grew()) {
                  tally.grow(known.plan(), folder.log());
                  metrics.grow(known.plan());
                }
                log.onInterval(interval);
                progress.onInterval(interval);
                Interval named = known.numbered(interval);
                tally.onInterval(named);
                shown.onInterval(named);
              },
              stop);
      log.end(end);
      return end;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder.path(), e);
    }
  }
}
