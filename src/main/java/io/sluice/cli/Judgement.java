package io.sluice.cli;

import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.RunLogReader;
import io.sluice.model.run.RunResult;
import io.sluice.reports.RunReports;
import io.sluice.scenarios.json.PlanJson;
import java.io.IOException;
import java.nio.file.Files;

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
  Verdict judge() {
    RunResult run = read();
    Verdict verdict = options.gate().judge(run);
    RunReports reports = RunReports.of(run, verdict);
    try {
      reports.write(folder.path());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot write to " + folder.path(), e);
    }
    String page = folder.path().resolve(RunReports.PAGE).toString();
    console.out().print(reports.terminalSummary(page, console.style()));
    console.out().flush();
    return verdict;
  }

  private RunResult read() {
    try {
      LoadPlan plan = plan();
      RunResult run = RunLogReader.open(folder.log(), plan);
      return new RunResult(options.judging(plan), run.header(), run.end(), run.intervals());
    } catch (IOException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }

  private LoadPlan plan() throws IOException {
    try {
      return PlanJson.read(Files.readString(folder.plan()));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(folder.plan() + ": " + e.getMessage());
    }
  }
}
