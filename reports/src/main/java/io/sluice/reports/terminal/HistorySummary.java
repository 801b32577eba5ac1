package io.sluice.reports.terminal;

import io.sluice.gate.Status;
import io.sluice.gate.compare.Change;
import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.gate.record.RunChange;
import io.sluice.gate.record.RunRecord;
import io.sluice.reports.runs.ChangeWords;
import io.sluice.reports.runs.RunGroup;
import io.sluice.reports.text.Printable;
import io.sluice.reports.text.Values;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How runs went over time, on a terminal. */
public final class HistorySummary {
  private static final String INDENT = "  ";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final int WIDEST_SUBJECT = 30;
  private static final int NARROWEST_TREND = 4;

  /** Estimate, interval, status and the gaps. */
  private static final int WIDEST_VALUES = 46;

  private final int columns;
  private final Style style;
  private final TrendLine trend;
  private final ZoneId zone;
  private final StringBuilder out = new StringBuilder();

  /**
   * A summary.
   *
   * @param columns how wide the terminal is
   * @param zone in which times are told
   */
  public HistorySummary(int columns, Style style, TrendLine trend, ZoneId zone) {
    this.columns = columns;
    this.style = style;
    this.trend = trend;
    this.zone = zone;
  }

  /** The groups as text that ends with a line feed. */
  public String of(List<RunGroup> groups) {
    groups.forEach(this::group);
    return out.toString();
  }

  private void group(RunGroup group) {
    int count = group.runs().size();
    String title =
        "%s: %d run%s"
            .formatted(
                Printable.clip(Printable.line(group.label()), columns - 20),
                count,
                count == 1 ? "" : "s");
    out.append('\n').append(INDENT).append(style.paint(Ink.STRONG, title)).append("\n\n");
    Table table =
        new Table(
            columns, Table.Overflow.CUT, "run", "requests", "p95", "errors", "SLOs", "verdict");
    group.runs().reversed().forEach(run -> row(table, run));
    table.appendTo(out, INDENT, style);
    out.append('\n');
    objectives(group);
    changes(group);
  }

  private void row(Table table, RunRecord run) {
    table.row(
        ink(run.status()),
        (time(run.started()) + INDENT + run.revision().label()).strip(),
        Values.count(run.total().finished()),
        Values.millis(run.total().p95()),
        Values.share(run.total().errorRate()),
        "%d/%d"
            .formatted(
                run.objectives().stream().filter(slo -> slo.status() == Status.PASS).count(),
                run.objectives().size()),
        run.status().name());
  }

  private void objectives(RunGroup group) {
    List<String> subjects = group.subjects();
    List<String> names =
        subjects.stream()
            .map(subject -> Printable.line(group.newest(subject).expression()))
            .map(name -> Printable.clip(name, WIDEST_SUBJECT))
            .toList();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    int room = Math.max(NARROWEST_TREND, columns - width - WIDEST_VALUES);
    List<RunRecord> shown =
        group.runs().subList(Math.max(0, group.runs().size() - room), group.runs().size());
    for (int i = 0; i < subjects.size(); i++) {
      String subject = subjects.get(i);
      double[] estimates =
          shown.stream()
              .mapToDouble(
                  run ->
                      RunGroup.objective(run, subject)
                          .map(ObjectiveRecord::estimate)
                          .orElse(Double.NaN))
              .toArray();
      ObjectiveRecord newest = group.newest(subject);
      out.append(INDENT)
          .append(names.get(i))
          .append(" ".repeat(width - names.get(i).length()))
          .append(INDENT)
          .append(trend.line(estimates))
          .append(INDENT)
          .append(Values.value(newest.unit(), newest.estimate()))
          .append(interval(newest))
          .append(INDENT)
          .append(style.paint(ink(newest.status()), newest.status().name()))
          .append('\n');
    }
  }

  private static String interval(ObjectiveRecord slo) {
    return Double.isNaN(slo.low()) && Double.isNaN(slo.high())
        ? ""
        : " (%s to %s)"
            .formatted(Values.value(slo.unit(), slo.low()), Values.value(slo.unit(), slo.high()));
  }

  private void changes(RunGroup group) {
    List<RunChange> regressions =
        group.changes().stream().filter(change -> change.change() == Change.REGRESSION).toList();
    out.append('\n');
    for (RunChange regression : regressions.reversed()) {
      String lead = "regression " + time(group.run(regression.to()).started());
      paragraph(
          Ink.BAD, lead, regression.sentence() + " By " + ChangeWords.method(regression) + ".");
    }
    if (!group.changes().isEmpty()) {
      paragraph(Ink.PLAIN, "", counts(group, regressions.size()));
    }
  }

  private static String counts(RunGroup group, int regressions) {
    List<RunChange> changes = group.changes();
    long open = changes.stream().filter(change -> change.change() == Change.INCONCLUSIVE).count();
    long logs =
        changes.stream().filter(change -> change.method() == RunChange.Method.RUN_LOGS).count();
    return "Each run against those before: %d regression%s, %d not worse, %d not settled (%d by run logs, %d by stored figures)."
        .formatted(
            regressions,
            regressions == 1 ? "" : "s",
            changes.size() - regressions - open,
            open,
            logs,
            changes.size() - logs);
  }

  private void paragraph(Ink ink, String lead, String text) {
    String start = lead.isEmpty() ? "" : lead + INDENT;
    String painted = start.isEmpty() ? "" : style.paint(ink, lead) + INDENT;
    int width = Math.max(20, columns - INDENT.length() - start.length());
    for (String line : Wrapped.lines(Printable.line(text), width)) {
      out.append(INDENT).append(painted).append(line).append('\n');
      painted = " ".repeat(start.length());
    }
  }

  private String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  private static Ink ink(Status status) {
    return switch (status) {
      case PASS -> Ink.GOOD;
      case FAIL -> Ink.BAD;
      case INCONCLUSIVE -> Ink.DOUBTFUL;
    };
  }
}
