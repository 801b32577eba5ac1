package io.sluice.reports.capacity;

import static io.sluice.reports.text.Markdown.text;

import io.sluice.gate.capacity.Blame;
import io.sluice.gate.capacity.ProbeFigures;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.model.plan.Units;
import io.sluice.reports.text.Markdown;

/** {@code capacity.md}: a search as a page for people. */
public final class CapacityMarkdown {
  private CapacityMarkdown() {}

  /** The page, ending with a line feed. */
  public static String of(CapacityFacts facts) {
    StringBuilder page = new StringBuilder();
    page.append("# Capacity of ").append(text(facts.name())).append("\n\n**");
    page.append(text(CapacityWords.headline(facts.result()))).append("**\n\n");
    CapacityWords.details(facts.result())
        .forEach(line -> page.append("- ").append(text(line)).append('\n'));
    page.append("\nObjectives: ");
    page.append(String.join(", ", facts.objectives().stream().map(Markdown::code).toList()));
    page.append(
        "\n\n| # | for | rate/s | measured | verdict | requests/s | p50 | p99 | in flight ");
    page.append("| nearest its limit |\n");
    page.append("| ---: | --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | --- |\n");
    facts.result().probes().forEach(probe -> row(page, probe));
    return page.toString();
  }

  private static void row(StringBuilder page, ProbeResult probe) {
    ProbeFigures figures = probe.figures();
    page.append(
        "| %d | %s | %s | %ss | %s | %s | %s | %s | %s | %s |\n"
            .formatted(
                probe.probe().number(),
                probe.probe().purpose().text(),
                CapacityWords.rate(probe.probe().rate()),
                Units.number(figures.seconds()),
                status(probe),
                CapacityWords.rate(figures.requestsPerSecond()),
                Units.formatNanos(figures.p50Nanos()),
                Units.formatNanos(figures.p99Nanos()),
                Units.number(figures.concurrency()),
                text(CapacityWords.use(probe))));
  }

  private static String status(ProbeResult probe) {
    return probe.blame() == Blame.GENERATOR ? "INCONCLUSIVE (generator)" : probe.status().name();
  }
}
