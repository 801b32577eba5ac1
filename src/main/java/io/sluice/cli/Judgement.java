package io.sluice.cli;

import io.sluice.gate.compare.Comparison;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.RunResult;
import io.sluice.reports.RunReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** From what was found of a run to its reports; it can be found again in the stored files. */
final class Judgement {
  private final RunFolder folder;
  private final GateOptions options;
  private final Console console;

  Judgement(RunFolder folder, GateOptions options, Console console) {
    this.folder = folder;
    this.options = options;
    this.console = console;
  }

  /** Judges by the plan's objectives, or by those of the command line where there are any. */
  Tally.Found find(RunResult stored) {
    LoadPlan plan = options.judging(stored.plan());
    return Tally.of(stored.withPlan(plan), options.gate(plan));
  }

  /** Writes all reports and prints the summary. */
  RunReports tell(Tally.Found found) {
    return tell(found, RunReports::write);
  }

  /** The same for a run that compared two deployments: the page shows how they differ. */
  RunReports tell(Tally.Found found, Comparison comparison) {
    return tell(found, (reports, path) -> reports.write(path, comparison));
  }

  private interface Writing {
    void write(RunReports reports, Path folder) throws IOException;
  }

  private RunReports tell(Tally.Found found, Writing writing) {
    RunReports reports = RunReports.of(found.figures(), found.verdict());
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
