package io.sluice.cli;

import io.sluice.gate.Verdict;
import io.sluice.gate.compare.Comparison;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.RunResult;
import io.sluice.reports.RunReports;
import io.sluice.reports.figures.FiguresRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

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
  RunReports judge(RunResult stored) {
    return judge(stored, RunReports::write);
  }

  /** The same for a run that compared two deployments: the page shows how they differ. */
  RunReports judge(RunResult stored, Comparison comparison) {
    return judge(stored, (reports, path) -> reports.write(path, comparison));
  }

  private interface Writing {
    void write(RunReports reports, Path folder) throws IOException;
  }

  private RunReports judge(RunResult stored, Writing writing) {
    LoadPlan plan = options.judging(stored.plan());
    FiguresRecorder figures = new FiguresRecorder(plan, stored.header(), stored.end().nanos());
    OnePass intervals = new OnePass(stored.intervals(), figures);
    RunResult run = new RunResult(plan, stored.header(), stored.end(), intervals, stored.target());
    Verdict verdict = options.gate(plan).judge(run);
    intervals.finish();
    RunReports reports = RunReports.of(figures.figures(stored.end(), stored.target()), verdict);
    try {
      writing.write(reports, folder.path());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder.path(), e);
    }
    String page = folder.path().resolve(RunReports.PAGE).toString();
    console.out().print(reports.terminalSummary(page, console.canvas()));
    console.out().flush();
    return reports;
  }
}
