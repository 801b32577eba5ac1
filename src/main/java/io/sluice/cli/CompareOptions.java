package io.sluice.cli;

import io.sluice.gate.compare.Comparison;
import io.sluice.gate.compare.Criteria;
import io.sluice.gate.compare.Margins;
import io.sluice.gate.compare.Metric;
import io.sluice.model.plan.Units;
import io.sluice.model.run.RunResult;
import io.sluice.reports.compare.ComparisonJson;
import io.sluice.reports.compare.ComparisonMarkdown;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.html.HtmlReport;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.terminal.ComparisonSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that compares two arms. */
final class CompareOptions {
  @Option(
      names = "--confidence",
      paramLabel = "SHARE",
      defaultValue = "95%",
      description = "Confidence of the intervals (default: ${DEFAULT-VALUE}).")
  private String confidence = "95%";

  @Option(
      names = "--quantiles",
      paramLabel = "LIST",
      defaultValue = "p50,p95,p99",
      description =
          "Percentiles to compare, and mean (default: ${DEFAULT-VALUE}). Error rate and, in closed"
              + " runs, throughput are always compared.")
  private String quantiles = "p50,p95,p99";

  @Option(
      names = "--relevant",
      paramLabel = "SHARE",
      defaultValue = "5%",
      description =
          "The smallest difference that matters, as a share of A; beyond p95 twice as much"
              + " (default: ${DEFAULT-VALUE}).")
  private String relevant = "5%";

  @Option(
      names = "--relevant-time",
      paramLabel = "TIME",
      defaultValue = "1ms",
      description =
          "A difference of times must be more than this as well (default: ${DEFAULT-VALUE}).")
  private String relevantTime = "1ms";

  @Option(
      names = "--relevant-errors",
      paramLabel = "SHARE",
      defaultValue = "0.5%",
      description =
          "The smallest difference of error rates that matters, in points (default:"
              + " ${DEFAULT-VALUE}).")
  private String relevantErrors = "0.5%";

  @Option(names = "--json", paramLabel = "FILE", description = "Write the comparison as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the comparison as Markdown, for a comment on a pull request.")
  private @Nullable Path markdown;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page: B's figures, the differences, and both over time.")
  private @Nullable Path html;

  /** Throws where they are mistaken. */
  Criteria criteria() {
    each(OutputFile::requirePossible);
    List<Metric> times =
        Flag.read(
            "--quantiles",
            quantiles,
            text ->
                Stream.of(text.split(",", -1)).map(String::strip).map(Metric::ofTimes).toList());
    Margins margins =
        new Margins(
            Flag.read("--relevant", relevant, Units::share),
            Flag.read("--relevant-time", relevantTime, Units::duration).toNanos(),
            Flag.read("--relevant-errors", relevantErrors, Units::share));
    return Flag.read(
        "--confidence", confidence, text -> new Criteria(times, Units.share(text), margins));
  }

  private void each(BiConsumer<String, Path> file) {
    if (json != null) {
      file.accept("--json", json);
    }
    if (markdown != null) {
      file.accept("--markdown", markdown);
    }
    if (html != null) {
      file.accept("--html", html);
    }
  }

  /** Writes the files that were asked for, and the table to the console. */
  void report(Comparison comparison, RunResult a, RunResult b, Console console) {
    each(
        (option, file) ->
            OutputFile.write(
                option,
                file,
                switch (option) {
                  case "--json" -> JsonText.pretty(ComparisonJson.of(comparison));
                  case "--markdown" -> ComparisonMarkdown.of(comparison);
                  default -> HtmlReport.of(RunFigures.of(a), RunFigures.of(b), comparison);
                }));
    console.out().print(ComparisonSummary.of(comparison, console.style()));
    console.out().flush();
  }
}
