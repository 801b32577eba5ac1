package io.sluice.reports.terminal;

import io.sluice.gate.Status;
import io.sluice.gate.capacity.Blame;
import io.sluice.gate.capacity.CapacityResult;
import io.sluice.gate.capacity.ProbeFigures;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.model.plan.Units;
import io.sluice.reports.capacity.CapacityFacts;
import io.sluice.reports.capacity.CapacityWords;
import io.sluice.reports.text.Printable;

/** What a capacity search found, at its end, and each of its probes when it is over. */
public final class CapacitySummary {
  private static final String INDENT = "  ";

  private CapacitySummary() {}

  /** The summary, ending with a line feed. */
  public static String of(CapacityFacts facts, int columns, Style style) {
    CapacityResult result = facts.result();
    int width = Math.min(columns, Screen.MAX_COLUMNS);
    StringBuilder out = new StringBuilder("\n");
    Table table =
        new Table(
            width,
            Table.Overflow.CUT,
            "probe",
            "rate/s",
            "measured",
            "requests/s",
            "p50",
            "p99",
            "in flight",
            "verdict");
    result.probes().forEach(probe -> row(table, probe));
    table.appendTo(out, INDENT, style);
    out.append('\n');
    Ink ink = result.hasProven() ? Ink.GOOD : Ink.DOUBTFUL;
    String headline = facts.name() + ": " + CapacityWords.headline(result);
    for (String line : Wrapped.lines(headline, width - INDENT.length())) {
      out.append(INDENT).append(style.paint(ink, line)).append('\n');
    }
    for (String detail : CapacityWords.details(result)) {
      for (String line : Wrapped.lines(detail, width - INDENT.length())) {
        out.append(INDENT).append(line).append('\n');
      }
    }
    return out.toString();
  }

  private static void row(Table table, ProbeResult probe) {
    ProbeFigures figures = probe.figures();
    table.row(
        ink(probe),
        "%2d %s".formatted(probe.probe().number(), probe.probe().purpose().text()),
        CapacityWords.rate(probe.probe().rate()),
        Units.number(figures.seconds()) + "s",
        CapacityWords.rate(figures.requestsPerSecond()),
        Units.formatNanos(figures.p50Nanos()),
        Units.formatNanos(figures.p99Nanos()),
        Units.number(figures.concurrency()),
        word(probe));
  }

  private static Ink ink(ProbeResult probe) {
    return switch (probe.status()) {
      case PASS -> Ink.GOOD;
      case FAIL -> Ink.BAD;
      case INCONCLUSIVE -> Ink.DOUBTFUL;
    };
  }

  private static String word(ProbeResult probe) {
    return probe.blame() == Blame.GENERATOR
        ? "GENERATOR"
        : probe.status() == Status.INCONCLUSIVE ? "UNDECIDED" : probe.status().name();
  }

  /** One line for a probe that is over, ending with a line feed. */
  public static String line(ProbeResult probe, Style style) {
    return "%3d %-12s %8s/s  %s  p50 %s  p99 %s  %s%n"
        .formatted(
            probe.probe().number(),
            probe.probe().purpose().text(),
            CapacityWords.rate(probe.probe().rate()),
            style.paint(ink(probe), word(probe)),
            Units.formatNanos(probe.figures().p50Nanos()),
            Units.formatNanos(probe.figures().p99Nanos()),
            Printable.line(CapacityWords.use(probe)))
        .replace(System.lineSeparator(), "\n");
  }
}
