package io.sluice.reports.terminal;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.Units;
import io.sluice.reports.figures.ErrorFigures;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.text.Printable;
import io.sluice.reports.text.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables of a run's summary. On a narrow terminal they have fewer columns. */
final class SummaryTables {
  private static final String INDENT = "  ";
  private static final int WITH_SAMPLES = 84;
  private static final int WITH_INTERVALS = 58;
  private static final int WITH_RATES = 70;
  private static final int WITH_COUNTS = 56;

  private final int width;
  private final Style style;
  private final Glyphs glyphs;
  private final SummaryLimits limits;
  private final boolean thresholds;

  /** Tables that are at most so wide, behind the indent. */
  SummaryTables(int width, Canvas canvas, SummaryLimits limits) {
    this.width = width;
    this.limits = limits;
    style = canvas.style();
    glyphs = canvas.glyphs();
    // the objectives name them already; on a screen names on one line are worth more
    thresholds = width >= WITH_SAMPLES && canvas.rows() == Integer.MAX_VALUE;
  }

  void objectives(Verdict verdict, StringBuilder out) {
    List<String> head = new ArrayList<>(List.of("objective", "estimate"));
    if (width >= WITH_INTERVALS) {
      head.add(
          verdict.statistics() == Verdict.Statistics.POINT
              ? "interval"
              : Units.percent(verdict.confidence()) + " interval");
    }
    if (thresholds) {
      head.add("threshold");
    }
    if (width >= WITH_SAMPLES) {
      head.add("samples");
    }
    head.add("status");
    Table table = new Table(width, Table.Overflow.OWN_LINE, head.toArray(String[]::new));
    for (ObjectiveResult result : verdict.objectives()) {
      objective(table, result);
    }
    table.appendTo(out, INDENT, style);
    out.append('\n');
  }

  private void objective(Table table, ObjectiveResult result) {
    boolean warning = result.onlyWarns() && result.status() == Status.FAIL;
    List<String> cells =
        new ArrayList<>(List.of(result.objective().expression(), Values.estimate(result)));
    if (width >= WITH_INTERVALS) {
      cells.add(Values.interval(result));
    }
    if (thresholds) {
      cells.add(Values.threshold(result));
    }
    if (width >= WITH_SAMPLES) {
      cells.add(Values.count(result.samples()));
    }
    cells.add(warning ? "WARN" : result.status().name());
    table.row(
        warning ? Ink.DOUBTFUL : ink(result.status()),
        cells.stream().map(glyphs::text).toArray(String[]::new));
    if (result.status() != Status.PASS && limits.reasons() == SummaryLimits.Reasons.TOLD) {
      Wrapped.lines(result.reason(), width - 6)
          .forEach(line -> table.text(INDENT.repeat(2) + line));
    }
  }

  void requests(Map<String, RequestFigures> byName, RequestFigures total, StringBuilder out) {
    List<String> head =
        width >= WITH_RATES
            ? List.of("request", "count", "rate", "errors", "p50", "p95", "p99", "max")
            : width >= WITH_COUNTS
                ? List.of("request", "count", "errors", "p50", "p95", "p99")
                : List.of("request", "errors", "p95");
    Table table = new Table(width, Table.Overflow.CUT, head.toArray(String[]::new));
    byName.entrySet().stream()
        .limit(limits.requests())
        .forEach(entry -> table.row(cells(head, entry.getKey(), entry.getValue())));
    if (byName.size() > limits.requests()) {
      table.text("… %d more in the report".formatted(byName.size() - limits.requests()));
    }
    table.row(cells(head, "all", total));
    table.appendTo(out, INDENT, style);
    out.append('\n');
  }

  private String[] cells(List<String> head, String name, RequestFigures figures) {
    return head.stream()
        .map(
            column ->
                switch (column) {
                  case "count" -> Values.count(figures.finished());
                  case "rate" -> Values.perSecond(figures.ratePerSecond());
                  case "errors" -> Values.share(figures.errorRate());
                  case "p50" -> Values.millis(figures.response().p50());
                  case "p95" -> Values.millis(figures.response().p95());
                  case "p99" -> Values.millis(figures.response().p99());
                  case "max" -> Values.millis(figures.response().max());
                  default -> name;
                })
        .map(glyphs::text)
        .toArray(String[]::new);
  }

  void errors(List<ErrorFigures> errors, StringBuilder out) {
    if (errors.isEmpty()) {
      return;
    }
    out.append(INDENT).append(style.paint(Ink.FAINT, "errors of the whole run")).append('\n');
    int shown = Math.min(limits.errors(), errors.size());
    for (ErrorFigures error : errors.subList(0, shown)) {
      String text =
          "%8s  %s  %s  %s"
              .formatted(
                  Values.count(error.count()),
                  error.kind().outcome().key(),
                  error.kind().request(),
                  error.kind().detail());
      out.append(INDENT).append(Printable.clip(Printable.line(text), width)).append('\n');
    }
    if (errors.size() > shown) {
      out.append(INDENT).append("… %d more in the report\n".formatted(errors.size() - shown));
    }
    out.append('\n');
  }

  static Ink ink(Status status) {
    return switch (status) {
      case PASS -> Ink.GOOD;
      case FAIL -> Ink.BAD;
      case INCONCLUSIVE -> Ink.DOUBTFUL;
    };
  }
}
