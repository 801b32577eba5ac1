package io.sluice.reports;

import io.sluice.gate.Verdict;
import io.sluice.gate.compare.Comparison;
import io.sluice.model.run.RunResult;
import io.sluice.reports.ci.BadgeJson;
import io.sluice.reports.ci.RunMarkdown;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.html.HtmlReport;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.json.SummaryJson;
import io.sluice.reports.json.VerdictJson;
import io.sluice.reports.junit.JunitXml;
import io.sluice.reports.terminal.Canvas;
import io.sluice.reports.terminal.RunSummary;
import java.io.IOException;
import java.nio.file.Path;

/** All reports of one run; its intervals are read once. Immutable. */
public final class RunReports {
  /** Name of the file with the figures for programs. */
  public static final String SUMMARY = "summary.json";

  /** Name of the file with the verdict for programs. */
  public static final String VERDICT = "verdict.json";

  /** Name of the file with the verdict for continuous integration servers. */
  public static final String JUNIT = "junit.xml";

  /** Name of the file with the page for people. */
  public static final String PAGE = "report.html";

  /** Name of the file with the page for comments and summaries of jobs. */
  public static final String MARKDOWN = "summary.md";

  /** Name of the file that shields.io makes a badge of. */
  public static final String BADGE = "badge.json";

  private final RunFigures figures;
  private final Verdict verdict;

  private RunReports(RunFigures figures, Verdict verdict) {
    this.figures = figures;
    this.verdict = verdict;
  }

  /** The reports of figures that were added up before. */
  public static RunReports of(RunFigures figures, Verdict verdict) {
    return new RunReports(figures, verdict);
  }

  /** Reads the run's intervals and adds them up. */
  public static RunReports of(RunResult run, Verdict verdict) {
    return new RunReports(RunFigures.of(run), verdict);
  }

  /**
   * Writes {@value #SUMMARY}, {@value #VERDICT}, {@value #JUNIT}, {@value #PAGE}, {@value
   * #MARKDOWN} and {@value #BADGE}, each whole or not at all; files of these names are replaced.
   *
   * @param folder is made if it does not exist
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder) throws IOException {
    write(folder, HtmlReport.of(figures, verdict));
  }

  /**
   * Writes the same files; the page also shows how the run's two deployments differ.
   *
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder, Comparison comparison) throws IOException {
    write(folder, HtmlReport.of(figures, verdict, comparison));
  }

  private void write(Path folder, String page) throws IOException {
    WholeFiles files = new WholeFiles(folder);
    files.write(SUMMARY, JsonText.pretty(SummaryJson.of(figures)));
    files.write(VERDICT, JsonText.pretty(VerdictJson.of(verdict)));
    files.write(JUNIT, JunitXml.of(figures.facts(), verdict));
    files.write(PAGE, page);
    files.write(MARKDOWN, RunMarkdown.of(figures, verdict));
    files.write(BADGE, JsonText.pretty(BadgeJson.of(figures, verdict)));
  }

  /**
   * The summary for a terminal, ending with a line feed.
   *
   * @param report where the page lies, as the user should read it; empty if nowhere
   */
  public String terminalSummary(String report, Canvas canvas) {
    return RunSummary.of(figures, verdict, report, canvas);
  }

  /** What all reports show. */
  public RunFigures figures() {
    return figures;
  }

  /** What was judged of it. */
  public Verdict verdict() {
    return verdict;
  }
}
