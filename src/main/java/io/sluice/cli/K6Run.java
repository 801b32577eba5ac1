package io.sluice.cli;

import io.sluice.engine.EngineOptions;
import io.sluice.engine.StopSignal;
import io.sluice.gate.Verdict;
import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.run.K6Test;
import io.sluice.k6.run.ScriptSource;
import io.sluice.k6.script.port.Console.Level;
import io.sluice.k6.summary.LegacyExport;
import io.sluice.k6.summary.MachineReadableSummary;
import io.sluice.k6.summary.Palette;
import io.sluice.k6.summary.RunHeader;
import io.sluice.k6.summary.RunSummary;
import io.sluice.k6.summary.SummaryData;
import io.sluice.k6.summary.SummaryMode;
import io.sluice.k6.summary.TextSummary;
import io.sluice.reports.ci.JudgedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of a k6 script from its loading to its exit code. */
final class K6Run {
  private final Console console;
  private final K6Flags flags;
  private final K6Watchers watchers;
  private final EngineOptions engineOptions;
  private final Wishes wishes;
  private final K6Log log;
  private final StopSignal stop = new StopSignal();
  private volatile @Nullable K6Exception failure;

  /**
   * What is wanted beside the script's own options.
   *
   * @param export a file for the summary, or null
   * @param newSummary whether JSON summaries have the newer format
   * @param lint whether to warn of what the linter finds
   * @param folder of the run, or null for one below {@code runs/}
   */
  record Wishes(
      SummaryMode mode,
      @Nullable Path export,
      boolean newSummary,
      boolean quiet,
      boolean lint,
      K6RunCommand.Gate gate,
      @Nullable Path folder) {}

  K6Run(
      Console console,
      K6Flags flags,
      K6Watchers watchers,
      EngineOptions engineOptions,
      Wishes wishes) {
    this.console = console;
    this.flags = flags;
    this.watchers = watchers;
    this.engineOptions = engineOptions;
    this.wishes = wishes;
    log = new K6Log(console);
  }

  /** Says why a script cannot be run, or ended; returns the exit code. */
  static int failed(K6Exception why, K6Log log) {
    log.log(Level.ERROR, String.valueOf(why.getMessage()), "");
    return why.code().number();
  }

  int execute() {
    if (wishes.folder() != null) {
      RunFolder.requireFree(wishes.folder());
    }
    Announcer announcer = watchers.announce().announcer(console);
    RunIndex index = new RunIndex(watchers.store(), console);
    boolean sections = wishes.mode() == SummaryMode.FULL;
    ScriptSource source = flags.source(console, log, sections);
    try (K6Test test = K6Test.load(source, engineOptions)) {
      test.options().warnings().forEach(warning -> log.log(Level.WARN, warning, ""));
      test.unsupported().forEach(warning -> log.log(Level.WARN, warning, ""));
      if (!wishes.quiet()) {
        String header = RunHeader.text(test.options(), flags.script(), test.outputs(), palette());
        console.out().print(header);
        console.out().flush();
      }
      try (var _ = wishes.lint() ? lint(source, test) : null) {
        return run(test, index, announcer);
      }
    } catch (K6Exception e) {
      return failed(e, log);
    }
  }

  private K6Lint lint(ScriptSource source, K6Test test) {
    Path shown = Path.of(flags.script().equals("-") ? "stdin.js" : flags.script());
    return K6Lint.start(shown, source, test.options(), log);
  }

  private int run(K6Test test, RunIndex index, Announcer announcer) {
    try (LiveMetrics metrics = LiveMetrics.open(watchers.prometheus(), console);
        RunWatch page = watchers.live().open(console);
        Interrupts _ = Interrupts.ofScript(stop, this::interrupted)) {
      RunFolder folder =
          wishes.folder() == null
              ? RunFolder.create(test.plan().name(), Instant.now())
              : RunFolder.create(wishes.folder());
      K6Load.Ended ended = load(test, new K6Load(test, folder, metrics, page, console));
      closeOutputs(test);
      RunSummary summary = test.summary();
      write(test, summary);
      if (ended == null) {
        return exitCode(test, summary, null);
      }
      JudgedRun judged =
          new AbJudgement(folder, new GateOptions(), console).judge(ended.run(), ended.found());
      metrics.concluded(judged.verdict());
      page.concluded(judged.figures(), judged.verdict());
      index.add(folder, ended.run().plan(), ended.found().totals());
      return announcer.tell(judged.withExitCode(exitCode(test, summary, judged.verdict())));
    }
  }

  private void closeOutputs(K6Test test) {
    try {
      test.closeOutputs();
    } catch (K6Exception e) {
      failure = failure == null ? e : failure;
    }
  }

  private void interrupted() {
    failure =
        new K6Exception(
            ExitCode.EXTERNAL_ABORT,
            "test run was aborted because k6 received a 'interrupt' signal");
  }

  /** Sets up, loads and tears down; null if there was no load. */
  private K6Load.@Nullable Ended load(K6Test test, K6Load load) {
    try {
      test.setup(stop);
    } catch (K6Exception e) {
      failure = failure == null ? e : failure;
      return null;
    }
    K6Load.Ended ended = load.make(stop, wishes.quiet());
    K6Exception early = test.endedEarly();
    failure = failure == null ? early : failure;
    try {
      test.teardown(new StopSignal());
    } catch (K6Exception e) {
      failure = failure == null ? e : failure;
    }
    return ended;
  }

  private Palette palette() {
    return console.colour() ? Palette.COLORED : Palette.PLAIN;
  }

  // ---- the summary

  private void write(K6Test test, RunSummary summary) {
    SummaryData.Console shown =
        new SummaryData.Console(!console.colour(), console.terminal(), console.terminal());
    Map<String, byte[]> contents = new LinkedHashMap<>();
    Map<String, byte[]> own = null;
    if (test.handlesSummary()) {
      own =
          test.handleSummary(
              wishes.newSummary()
                  ? MachineReadableSummary.json(
                      summary, wishes.mode(), flags.script(), Instant.now())
                  : SummaryData.json(summary, shown, test.setupJson()));
    }
    if (own == null) {
      contents.put(
          "stdout",
          TextSummary.stdout(summary, wishes.mode(), palette()).getBytes(StandardCharsets.UTF_8));
    } else {
      contents.putAll(own);
    }
    if (wishes.export() != null) {
      String json =
          wishes.newSummary()
              ? MachineReadableSummary.json(summary, wishes.mode(), flags.script(), Instant.now())
              : LegacyExport.json(summary, shown, test.setupJson());
      contents.put(wishes.export().toString(), json.getBytes(StandardCharsets.UTF_8));
    }
    contents.forEach(this::write);
  }

  private void write(String place, byte[] content) {
    switch (place) {
      case "stdout" -> {
        console.out().write(content, 0, content.length);
        console.out().flush();
      }
      case "stderr" -> console.err().write(content, 0, content.length);
      default -> {
        try {
          Files.write(Path.of(place), content);
        } catch (IOException e) {
          log.log(Level.ERROR, "failed to write the summary to '" + place + "': " + e, "");
        }
      }
    }
  }

  // ---- the verdict

  private int exitCode(K6Test test, RunSummary summary, @Nullable Verdict verdict) {
    K6Exception first = failure;
    if (first != null) {
      return failed(first, log);
    }
    if (wishes.gate() == K6RunCommand.Gate.STATISTICS && verdict != null) {
      return verdict.status().exitCode();
    }
    if (!summary.thresholds().crossed().isEmpty()) {
      log.log(Level.ERROR, summary.thresholds().sentence(), "");
      return ExitCode.THRESHOLDS_FAILED.number();
    }
    return test.markedFailed() ? ExitCode.MARKED_AS_FAILED.number() : ExitCode.OK.number();
  }
}
