package io.sluice.cli;

import io.sluice.engine.Engine;
import io.sluice.engine.EngineOptions;
import io.sluice.engine.StopSignal;
import io.sluice.engine.TargetException;
import io.sluice.gate.EarlyStop;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunLogReader;
import io.sluice.model.run.RunLogWriter;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.ci.JudgedRun;
import io.sluice.scenarios.json.PlanJson;
import io.sluice.scenarios.query.BodyQueries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes the load of a plan, keeps what was seen, and judges it. */
final class LoadRun {
  private final LoadPlan plan;
  private final List<String> secrets;
  private final LoadOptions options;
  private final GateOptions gate;
  private final Announcer announcer;
  private final Console console;
  private final TargetQueries target;

  /**
   * A run, judged and ended early as the command line says.
   *
   * @param secrets values that must not be stored
   * @param announcer is told what was found
   */
  LoadRun(
      LoadPlan plan,
      List<String> secrets,
      LoadOptions options,
      GateOptions gate,
      Announcer announcer,
      Console console) {
    this.plan = options.ending(gate.judging(plan));
    this.secrets = secrets;
    this.options = options;
    this.gate = gate;
    this.announcer = announcer;
    this.console = console;
    target =
        TargetQueries.of(
            this.plan, options.prometheusUrl(), console.environment(), Clock.systemUTC());
  }

  /** Runs and judges; returns the exit code. */
  int execute() throws TargetException {
    RunIndex index = new RunIndex(options.store(), console);
    if (options.out() != null) {
      RunFolder.requireFree(options.out());
    }
    Engine engine = prepare(plan, secrets, options);
    try (LiveMetrics metrics = LiveMetrics.open(options.prometheus(), console);
        RunWatch page = options.live().open(console)) {
      RunFolder folder =
          options.out() == null
              ? RunFolder.create(plan.name(), Instant.now())
              : RunFolder.create(options.out());
      Ended ended = load(engine, folder, metrics, page);
      JudgedRun judged = new AbJudgement(folder, gate, console).judge(ended.run(), ended.found());
      metrics.concluded(judged.verdict());
      page.concluded(judged.figures(), judged.verdict());
      index.add(folder, ended.run().plan(), ended.found().totals());
      return announcer.tell(
          ended.run().end().reason() == RunEnd.Reason.INTERRUPTED
              ? judged.withExitCode(ExitCode.INTERRUPTED.code())
              : judged);
    }
  }

  /** The engine of a plan; what a target says of itself is told without the secrets. */
  static Engine prepare(LoadPlan plan, List<String> secrets, LoadOptions options)
      throws TargetException {
    EngineOptions engineOptions = options.engine();
    try {
      return Engine.prepare(plan, engineOptions, new BodyQueries());
    } catch (TargetException e) {
      String sentence = String.valueOf(e.getMessage());
      String masked = new Secrets(secrets).masked(sentence);
      if (masked.equals(sentence)) {
        throw e;
      }
      throw new UserMistake(masked);
    }
  }

  /** A run that is over and stored. */
  private record Ended(RunResult run, Tally.Found found) {}

  private Ended load(Engine engine, RunFolder folder, LiveMetrics metrics, RunWatch page) {
    Secrets kept = new Secrets(secrets);
    LoadPlan stored = PlanJson.masked(plan, secrets);
    RunHeader header = RunFacts.header(plan.name(), stored.digest(), engine, console.environment());
    StopSignal stop = new StopSignal();
    IntervalListener watch = watch(stop);
    try (RunningTally tally =
        RunningTally.start(stored, header, gate.gate(stored), console::problem)) {
      if ((console.terminal() && options.screen()) || metrics.wanted() || page.wanted()) {
        tally.watch();
      }
      RunEnd ended;
      Files.writeString(folder.plan(), PlanJson.write(stored));
      try (RunLogWriter log = new RunLogWriter(folder.log(), header, SeriesCatalog.of(plan));
          LiveView live = LiveView.start(plan, console, options, tally::verdict);
          Interrupts _ = new Interrupts(stop, live::say)) {
        page.watch(folder, tally);
        IntervalListener shown = metrics.watch(stored, folder.name(), tally::verdict);
        RunEnd end =
            engine.run(
                interval -> {
                  kept.mask(interval);
                  log.onInterval(interval);
                  live.onInterval(interval);
                  tally.onInterval(interval);
                  target.onInterval(interval);
                  watch.onInterval(interval);
                  shown.onInterval(interval);
                },
                stop);
        log.end(end);
        ended = end;
      }
      target.keep(folder, ended);
      RunResult run =
          new RunResult(
              stored,
              header,
              ended,
              RunLogReader.intervals(folder.log(), stored),
              TargetMetricsFile.read(folder));
      return new Ended(run, tally.conclude(run));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder.path(), e);
    }
  }

  /** Ends the run early where the plan says so. */
  private IntervalListener watch(StopSignal stop) {
    return switch (plan.abort().when()) {
      case NEVER -> _ -> {};
      case CERTAIN -> {
        EarlyStop early = gate.earlyStop(plan);
        yield interval -> {
          String certain = early.take(interval);
          if (!certain.isEmpty()) {
            stop.stop(RunEnd.Reason.STOPPED, certain);
          }
        };
      }
    };
  }
}
