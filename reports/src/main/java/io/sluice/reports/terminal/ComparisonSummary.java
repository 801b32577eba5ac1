package io.sluice.reports.terminal;

import io.sluice.gate.compare.Arm;
import io.sluice.gate.compare.Change;
import io.sluice.gate.compare.Comparison;
import io.sluice.gate.compare.MetricComparison;
import io.sluice.gate.compare.RequestComparison;
import io.sluice.model.plan.Units;
import io.sluice.reports.compare.ComparisonText;
import io.sluice.reports.text.Printable;
import io.sluice.reports.text.Values;

/** A comparison on a terminal. No line is wider than {@value #COLUMNS} characters. */
public final class ComparisonSummary {
  private static final int COLUMNS = 80;
  private static final String INDENT = "  ";
  private static final int WIDTH = COLUMNS - INDENT.length();

  private final Comparison comparison;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private ComparisonSummary(Comparison comparison, Style style) {
    this.comparison = comparison;
    this.style = style;
  }

  /** The comparison as text that ends with a line feed. */
  public static String of(Comparison comparison, Style style) {
    return new ComparisonSummary(comparison, style).write();
  }

  private String write() {
    verdict();
    arm("A", comparison.a());
    arm("B", comparison.b());
    out.append('\n');
    Table table =
        new Table(
            COLUMNS,
            Table.Overflow.CUT,
            "",
            "A",
            "B",
            "difference",
            Units.percent(comparison.criteria().confidence()) + " interval",
            "verdict");
    rows(table, comparison.total());
    comparison.requests().forEach(request -> rows(table, request));
    table.appendTo(out, INDENT, style);
    return out.toString();
  }

  private void verdict() {
    out.append('\n');
    String word = sign(comparison.change()) + " " + ComparisonText.word(comparison.change());
    int width = WIDTH - word.length() - INDENT.length();
    String lead = style.paint(ink(comparison.change()), word) + INDENT;
    for (String line : Wrapped.lines(comparison.sentence(), width)) {
      out.append(INDENT).append(lead).append(style.paint(Ink.STRONG, line)).append('\n');
      lead = " ".repeat(word.length() + INDENT.length());
    }
    for (String note : comparison.notes()) {
      Wrapped.lines("! " + note, WIDTH)
          .forEach(line -> out.append(INDENT).append(line).append('\n'));
    }
    out.append('\n');
  }

  private void arm(String letter, Arm arm) {
    String targets =
        String.join(", ", arm.run().plan().targets().stream().map(Object::toString).toList());
    String text = "%s  %s%s  %s".formatted(letter, arm.name(), arm.selection().toString(), targets);
    out.append(INDENT).append(Printable.clip(Printable.line(text), WIDTH)).append('\n');
  }

  private void rows(Table table, RequestComparison request) {
    String counts =
        "  %s and %s finished; of two, B's is slower in %s"
            .formatted(
                Values.count(request.finishedA()),
                Values.count(request.finishedB()),
                Values.share(request.slower()));
    int room = Math.max(12, WIDTH - counts.length());
    String name = Printable.clip(Printable.line(request.label()), room);
    table.text(style.paint(Ink.STRONG, name) + style.paint(Ink.FAINT, counts));
    for (MetricComparison metric : request.metrics()) {
      table.row(
          ink(metric.change()),
          "  " + metric.metric().label(),
          ComparisonText.value(metric, metric.a()),
          ComparisonText.value(metric, metric.b()),
          metric.format(metric.difference()),
          ComparisonText.interval(metric, metric.interval()),
          ComparisonText.lowerWord(metric.change()));
      boolean matters = request.request().isEmpty() || metric.change() == Change.REGRESSION;
      if (matters && !metric.change().harmless()) {
        Wrapped.lines(metric.reason(), WIDTH - 4).forEach(line -> table.text("    " + line));
      }
    }
  }

  private static String sign(Change change) {
    return switch (change) {
      case REGRESSION -> "✘";
      case NO_REGRESSION, IMPROVED -> "✔";
      case INCONCLUSIVE -> "?";
    };
  }

  private static Ink ink(Change change) {
    return switch (change) {
      case REGRESSION -> Ink.BAD;
      case NO_REGRESSION, IMPROVED -> Ink.GOOD;
      case INCONCLUSIVE -> Ink.DOUBTFUL;
    };
  }
}
