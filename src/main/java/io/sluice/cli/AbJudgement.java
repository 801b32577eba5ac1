package io.sluice.cli;

import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.gate.compare.Arm;
import io.sluice.gate.compare.Comparer;
import io.sluice.gate.compare.Comparison;
import io.sluice.gate.compare.Criteria;
import io.sluice.gate.compare.Margins;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Selection;
import io.sluice.model.run.RunResult;
import io.sluice.reports.RunReports;
import io.sluice.reports.ci.JudgedRun;
import io.sluice.reports.compare.ComparisonJson;
import io.sluice.reports.compare.ComparisonMarkdown;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.terminal.ComparisonSummary;
import java.util.List;
import java.util.Map;

/**
 * Judges a run by its objectives, and where it compares two arms, by whether B is worse than A: the
 * worse of the two judgements counts.
 */
final class AbJudgement {
  /** Name of the file with the comparison of the arms for programs. */
  static final String COMPARISON = "comparison.json";

  /** Name of the file with the comparison of the arms for a comment. */
  static final String COMMENT = "comparison.md";

  private final RunFolder folder;
  private final Judgement objectives;
  private final GateOptions options;
  private final Console console;

  AbJudgement(RunFolder folder, GateOptions options, Console console) {
    this.folder = folder;
    this.options = options;
    this.console = console;
    objectives = new Judgement(folder, options, console);
  }

  /** Reads the folder, and writes and prints what is found. */
  JudgedRun judge() {
    RunResult run = RunReader.read(folder.path());
    return judge(run, objectives.find(run));
  }

  /** Writes and prints what was found of a run by its objectives; its arms are read. */
  JudgedRun judge(RunResult run, Tally.Found found) {
    boolean split =
        run.plan().phases().stream()
            .anyMatch(phase -> phase.arrivals() instanceof ArrivalModel.Split);
    if (!split) {
      RunReports reports = objectives.tell(found);
      return judged(reports, JudgedRun.Arms.NONE, reports.verdict().status());
    }
    Comparison comparison = compare(run);
    RunReports reports = objectives.tell(found, comparison);
    tell(comparison);
    Verdict verdict = reports.verdict();
    Status status =
        switch (verdict.statistics()) {
          case INTERVAL -> worst(List.of(verdict.status(), status(comparison)));
          case POINT -> verdict.status(); // a comparison without intervals says nothing
        };
    return judged(
        reports,
        new JudgedRun.Arms(comparison.sentence(), ComparisonMarkdown.of(comparison)),
        status);
  }

  private JudgedRun judged(RunReports reports, JudgedRun.Arms arms, Status status) {
    return new JudgedRun(
        reports.figures(),
        reports.verdict(),
        arms,
        status,
        status.exitCode(),
        folder.path().toString());
  }

  private Comparison compare(RunResult run) {
    Criteria criteria = new Criteria(Criteria.DEFAULT.times(), options.level(), Margins.DEFAULT);
    return new Comparer(criteria).simultaneous(arm("a", run), arm("b", run));
  }

  private void tell(Comparison comparison) {
    OutputFile.write(
        "--out", folder.path().resolve(COMPARISON), JsonText.pretty(ComparisonJson.of(comparison)));
    OutputFile.write("--out", folder.path().resolve(COMMENT), ComparisonMarkdown.of(comparison));
    console.out().println();
    console.out().print(ComparisonSummary.of(comparison, console.style()));
    console.out().flush();
  }

  private static Status status(Comparison comparison) {
    return switch (comparison.change()) {
      case REGRESSION -> Status.FAIL;
      case NO_REGRESSION, IMPROVED -> Status.PASS;
      case INCONCLUSIVE -> Status.INCONCLUSIVE;
    };
  }

  private static Arm arm(String name, RunResult run) {
    return new Arm(name, run, new Selection(Map.of("arm", name)));
  }

  /** FAIL if any is; else INCONCLUSIVE if any is; else PASS. */
  static Status worst(List<Status> found) {
    if (found.contains(Status.FAIL)) {
      return Status.FAIL;
    }
    return found.contains(Status.INCONCLUSIVE) ? Status.INCONCLUSIVE : Status.PASS;
  }
}
