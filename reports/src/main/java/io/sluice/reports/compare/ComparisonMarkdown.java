package io.sluice.reports.compare;

import static io.sluice.reports.text.Markdown.code;
import static io.sluice.reports.text.Markdown.text;

import io.sluice.gate.compare.Change;
import io.sluice.gate.compare.Comparison;
import io.sluice.gate.compare.MetricComparison;
import io.sluice.gate.compare.RequestComparison;
import io.sluice.model.plan.Units;

/**
 * A comparison as a comment on a pull request, in GitHub's Markdown. Names from outside stand in
 * code spans, where they can neither format nor mention anybody.
 */
public final class ComparisonMarkdown {
  private final Comparison comparison;
  private final StringBuilder out = new StringBuilder();

  private ComparisonMarkdown(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The comment, ending with a line feed. */
  public static String of(Comparison comparison) {
    return new ComparisonMarkdown(comparison).write();
  }

  private String write() {
    out.append("### ").append(sign(comparison.change())).append(' ');
    out.append(ComparisonText.word(comparison.change())).append("\n\n");
    out.append(text(comparison.sentence())).append("\n\n");
    out.append("A: ").append(code(comparison.a().name())).append(", B: ");
    out.append(code(comparison.b().name())).append(", ");
    out.append(Units.number(comparison.seconds())).append("s of each.\n\n");
    head();
    rows(comparison.total());
    if (!comparison.requests().isEmpty()) {
      out.append("\n<details><summary>By request</summary>\n\n");
      head();
      comparison.requests().forEach(this::rows);
      out.append("\n</details>\n");
    }
    out.append('\n');
    comparison.notes().forEach(note -> out.append("- ").append(text(note)).append('\n'));
    return out.toString();
  }

  private void head() {
    String interval = Units.percent(comparison.criteria().confidence()) + " interval";
    out.append("| request | metric | A | B | difference | ").append(interval);
    out.append(" | bootstrap | verdict |\n|---|---|--:|--:|--:|--:|--:|---|\n");
  }

  private void rows(RequestComparison request) {
    for (MetricComparison metric : request.metrics()) {
      String name = request.request().isEmpty() ? "all requests" : code(request.request());
      out.append("| ").append(name);
      out.append(" | ").append(metric.metric().label());
      out.append(" | ").append(ComparisonText.value(metric, metric.a()));
      out.append(" | ").append(ComparisonText.value(metric, metric.b()));
      out.append(" | ").append(metric.format(metric.difference()));
      out.append(" | ").append(ComparisonText.interval(metric, metric.interval()));
      out.append(" | ").append(ComparisonText.interval(metric, metric.second()));
      out.append(" | ").append(sign(metric.change())).append(' ');
      out.append(ComparisonText.word(metric.change())).append(" |\n");
    }
  }

  private static String sign(Change change) {
    return switch (change) {
      case REGRESSION -> "❌";
      case NO_REGRESSION, IMPROVED -> "✅";
      case INCONCLUSIVE -> "❔";
    };
  }
}
