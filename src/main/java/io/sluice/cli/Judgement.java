package io.sluice.cli;

import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.RunResult;
import io.sluice.reports.RunReports;
import java.io.IOException;
import java.io.UncheckedIOException;

/** From a run's folder to its verdict and reports; everything comes from the stored files. */
final class Judgement {
  private final RunFolder folder;
  private final GateOptions options;
  private final Console console;

  Judgement(RunFolder folder, GateOptions options, Console console) {
    this.folder = folder;
    this.options = options;
    this.console = console;
  }

  /**
   * Judges by the plan's objectives, or by those of the command line where there are any, writes
   * all reports and prints the summary.
   */
  Verdict judge(RunResult stored) {
    LoadPlan plan = options.judging(stored.plan());
    RunResult run = stored.withPlan(plan);
    Verdict verdict = options.gate(plan).judge(run);
    RunReports reports = RunReports.of(run, verdict);
    try {
      reports.write(folder.path());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder.path(), e);
    }
    String page = folder.path().resolve(RunReports.PAGE).toString();
    console.out().print(reports.terminalSummary(page, console.canvas()));
    console.out().flush();
    return verdict;
  }
}
