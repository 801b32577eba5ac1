package io.sluice.reports.terminal;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.Units;
import io.sluice.model.run.RunEnd;
import io.sluice.reports.figures.ErrorFigures;
import io.sluice.reports.figures.GeneratorFigures;
import io.sluice.reports.figures.LoadFigures;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.figures.RunFacts;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.text.Printable;
import io.sluice.reports.text.Values;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The end of a run on about one screen: the verdict, the objectives, the requests, the errors, the
 * generator's health. No line is wider than {@value Screen#MAX_COLUMNS} characters.
 */
public final class RunSummary {
  private static final int MAX_REQUESTS = 15;
  private static final int MAX_ERRORS = 10;
  private static final String INDENT = "  ";
  private static final int WIDTH = Screen.MAX_COLUMNS - INDENT.length();

  private final RunFigures run;
  private final Verdict verdict;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private RunSummary(RunFigures run, Verdict verdict, Style style) {
    this.run = run;
    this.verdict = verdict;
    this.style = style;
  }

  /**
   * The summary as text that ends with a line feed.
   *
   * @param report where the report lies, as the user should read it; empty if nowhere
   */
  public static String of(RunFigures run, Verdict verdict, String report, Style style) {
    return new RunSummary(run, verdict, style).write(report);
  }

  private String write(String report) {
    verdict();
    facts();
    objectives();
    requests();
    errors();
    generator();
    if (!report.isEmpty()) {
      out.append(INDENT).append("report: ").append(Printable.line(report)).append('\n');
    }
    return out.toString();
  }

  private void verdict() {
    out.append('\n');
    String word =
        switch (verdict.status()) {
          case PASS -> "✔ PASS";
          case FAIL -> "✘ FAIL";
          case INCONCLUSIVE -> "? INCONCLUSIVE";
        };
    String gap = "  ";
    int width = WIDTH - word.length() - gap.length();
    String lead = style.paint(ink(verdict.status()), word) + gap;
    for (String line : Wrapped.lines(verdict.sentence(), width)) {
      out.append(INDENT).append(lead).append(style.paint(Ink.STRONG, line)).append('\n');
      lead = " ".repeat(word.length() + gap.length());
    }
    for (String note : verdict.notes()) {
      sentence(Ink.PLAIN, "! " + note);
    }
    out.append('\n');
  }

  private void facts() {
    RunFacts facts = run.facts();
    String profile = facts.profile().isEmpty() ? "" : " · profile " + facts.profile();
    sentence(
        Ink.PLAIN,
        "%s%s · %s model · %s, of which %s measured · users at most %s"
            .formatted(
                facts.name(),
                profile,
                facts.model().key(),
                seconds(facts.durationSeconds()),
                seconds(facts.measuredSeconds()),
                Values.count(run.load().maxUsers())));
    sentence(Ink.FAINT, String.join(", ", facts.targets()));
    if (facts.insecure()) {
      sentence(Ink.DOUBTFUL, "certificates were not verified (--insecure)");
    }
    if (facts.end().reason() != RunEnd.Reason.COMPLETED) {
      String reason = facts.end().reason().name().toLowerCase(Locale.ROOT);
      String detail = facts.end().detail();
      sentence(
          Ink.DOUBTFUL,
          "the run was %s after %s of %s%s"
              .formatted(
                  reason,
                  seconds(facts.durationSeconds()),
                  seconds(facts.plannedSeconds()),
                  detail.isEmpty() ? "" : ": " + detail));
    }
    out.append('\n');
  }

  private void objectives() {
    if (verdict.objectives().isEmpty()) {
      return;
    }
    String interval =
        verdict.statistics() == Verdict.Statistics.POINT
            ? "interval"
            : Units.percent(verdict.confidence()) + " interval";
    Table table =
        new Table(
            WIDTH,
            Table.Overflow.OWN_LINE,
            "objective",
            "estimate",
            interval,
            "threshold",
            "samples",
            "status");
    for (ObjectiveResult result : verdict.objectives()) {
      table.row(
          result.onlyWarns() && result.status() == Status.FAIL
              ? Ink.DOUBTFUL
              : ink(result.status()),
          result.objective().expression(),
          Values.estimate(result),
          Values.interval(result),
          Values.threshold(result),
          Values.count(result.samples()),
          result.onlyWarns() && result.status() == Status.FAIL ? "WARN" : result.status().name());
      if (result.status() != Status.PASS) {
        Wrapped.lines(result.reason(), WIDTH - 6)
            .forEach(line -> table.text(INDENT.repeat(2) + line));
      }
    }
    table.appendTo(out, INDENT, style);
    out.append('\n');
  }

  private void requests() {
    Table table =
        new Table(
            WIDTH,
            Table.Overflow.CUT,
            "request",
            "count",
            "rate",
            "errors",
            "p50",
            "p95",
            "p99",
            "max");
    Map<String, RequestFigures> byName = run.measured().byName();
    byName.entrySet().stream()
        .limit(MAX_REQUESTS)
        .forEach(entry -> row(table, entry.getKey(), entry.getValue()));
    if (byName.size() > MAX_REQUESTS) {
      table.text("… and %d more".formatted(byName.size() - MAX_REQUESTS));
    }
    row(table, "all", run.measured().total());
    table.appendTo(out, INDENT, style);
    out.append('\n');
  }

  private static void row(Table table, String name, RequestFigures figures) {
    table.row(
        name,
        Values.count(figures.finished()),
        Values.perSecond(figures.ratePerSecond()),
        Values.share(figures.errorRate()),
        Values.millis(figures.response().p50()),
        Values.millis(figures.response().p95()),
        Values.millis(figures.response().p99()),
        Values.millis(figures.response().max()));
  }

  private void errors() {
    List<ErrorFigures> errors = run.errors();
    if (errors.isEmpty()) {
      return;
    }
    out.append(INDENT).append(style.paint(Ink.FAINT, "errors of the whole run")).append('\n');
    for (ErrorFigures error : errors.subList(0, Math.min(MAX_ERRORS, errors.size()))) {
      String text =
          "%8s  %s  %s  %s"
              .formatted(
                  Values.count(error.count()),
                  error.kind().outcome().key(),
                  error.kind().request(),
                  error.kind().detail());
      out.append(INDENT).append(Printable.clip(Printable.line(text), WIDTH)).append('\n');
    }
    if (errors.size() > MAX_ERRORS) {
      out.append(INDENT).append("… and %d more kinds\n".formatted(errors.size() - MAX_ERRORS));
    }
    out.append('\n');
  }

  private void generator() {
    GeneratorFigures generator = run.generator();
    LoadFigures load = run.load();
    Line line = new Line(WIDTH);
    line.add(Ink.FAINT, "generator");
    line.add(
        load.offered() < load.planned() ? Ink.DOUBTFUL : Ink.PLAIN,
        "offered %s of %s planned"
            .formatted(Values.count(load.offered()), Values.count(load.planned())));
    if (load.dropped() > 0) {
      line.add(Ink.DOUBTFUL, "dropped " + Values.count(load.dropped()));
    }
    line.add(Ink.PLAIN, "lag p99 " + Values.millis(generator.all().lag().p99()));
    line.add(Ink.PLAIN, "loop delay p99 " + Values.millis(generator.all().loopDelay().p99()));
    line.add(Ink.PLAIN, "busy " + Values.share(generator.all().busyShare()));
    out.append(INDENT).append(line.render(style)).append('\n');
  }

  private void sentence(Ink ink, String sentence) {
    Wrapped.lines(sentence, WIDTH)
        .forEach(line -> out.append(INDENT).append(style.paint(ink, line)).append('\n'));
  }

  private static String seconds(double seconds) {
    return seconds >= 60 ? Values.clock(seconds) : Units.number(seconds) + "s";
  }

  private static Ink ink(Status status) {
    return switch (status) {
      case PASS -> Ink.GOOD;
      case FAIL -> Ink.BAD;
      case INCONCLUSIVE -> Ink.DOUBTFUL;
    };
  }
}
