package io.sluice.reports.terminal;

import io.sluice.gate.Verdict;
import io.sluice.model.plan.Units;
import io.sluice.model.run.RunEnd;
import io.sluice.reports.figures.GeneratorFigures;
import io.sluice.reports.figures.LoadFigures;
import io.sluice.reports.figures.RunFacts;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.text.Printable;
import io.sluice.reports.text.Values;
import java.util.Locale;

/**
 * The end of a run on one screen, as far as it is high enough: the verdict, the objectives, the
 * requests, the errors, the generator's health. No line is wider than {@value Screen#MAX_COLUMNS}
 * characters. What is left out where the screen is low is in the report.
 */
public final class RunSummary {
  private static final String INDENT = "  ";

  private final RunFigures run;
  private final Verdict verdict;
  private final Canvas canvas;
  private final Style style;
  private final int width;
  private final SummaryLimits limits;
  private final StringBuilder out = new StringBuilder();

  private RunSummary(RunFigures run, Verdict verdict, Canvas canvas, SummaryLimits limits) {
    this.run = run;
    this.verdict = verdict;
    this.limits = limits;
    this.canvas = canvas;
    style = canvas.style();
    width = Math.min(Screen.MAX_COLUMNS, canvas.columns()) - INDENT.length();
  }

  /**
   * The summary as text that ends with a line feed.
   *
   * @param report where the report lies, as the user should read it; empty if nowhere
   */
  public static String of(RunFigures run, Verdict verdict, String report, Canvas canvas) {
    String text = "";
    for (SummaryLimits limits : SummaryLimits.of(run, verdict)) {
      text = new RunSummary(run, verdict, canvas, limits).write(report);
      if (text.lines().count() < canvas.rows()) {
        break;
      }
    }
    return canvas.glyphs().text(text);
  }

  private String write(String report) {
    SummaryTables tables = new SummaryTables(width, canvas, limits);
    verdict();
    facts();
    if (!verdict.objectives().isEmpty()) {
      tables.objectives(verdict, out);
    }
    tables.requests(run.measured().byName(), run.measured().total(), out);
    tables.errors(run.errors(), out);
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
    int room = width - word.length() - gap.length();
    String lead = style.paint(SummaryTables.ink(verdict.status()), word) + gap;
    for (String line : Wrapped.lines(verdict.sentence(), room)) {
      out.append(INDENT).append(lead).append(style.paint(Ink.STRONG, line)).append('\n');
      lead = " ".repeat(word.length() + gap.length());
    }
    int told = Math.min(limits.notes(), verdict.notes().size());
    verdict.notes().subList(0, told).forEach(note -> sentence(Ink.PLAIN, "! " + note));
    if (told < verdict.notes().size()) {
      sentence(Ink.FAINT, "… %d more in the report".formatted(verdict.notes().size() - told));
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

  private void generator() {
    GeneratorFigures generator = run.generator();
    LoadFigures load = run.load();
    Line line = new Line(width);
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
    Wrapped.lines(sentence, width)
        .forEach(line -> out.append(INDENT).append(style.paint(ink, line)).append('\n'));
  }

  private static String seconds(double seconds) {
    return seconds >= 60 ? Values.clock(seconds) : Units.number(seconds) + "s";
  }
}
