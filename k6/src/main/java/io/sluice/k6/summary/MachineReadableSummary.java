package io.sluice.k6.summary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.JsNumbers;
import io.sluice.k6.K6Version;
import io.sluice.k6.metrics.CheckCount;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The summary of {@code --new-machine-readable-summary} (schema 1.0.0), for the export and for
 * {@code handleSummary}.
 *
 * <pre>
 *  {"config": {"duration": seconds, "execution": "local", "script": name},
 *   "metadata": {"generatedAt": RFC 3339, "k6Version"},
 *   "results": {"checks": {"metrics": [metric], "results": [{"fails", "name", "passes"}]},
 *               "metrics": [{"contains", "name", "type", "values"}]},
 *   "version": "1.0.0"}
 *  values: counter {count}, gauge {max, min, value}, rate {matches, rate, total},
 *          trend {avg, max, med, min, p90, p95} as far as they are among the options' stats
 * </pre>
 *
 * There are no thresholds in it: k6 has none there.
 */
public final class MachineReadableSummary {
  private static final Map<String, String> TREND =
      Map.of(
          "avg", "avg", "max", "max", "med", "med", "min", "min", "p(90)", "p90", "p(95)", "p95");

  private MachineReadableSummary() {}

  /**
   * The summary's text, indented by four blanks.
   *
   * @param script the script's name
   * @param generatedAt when this was written
   */
  public static String json(RunSummary run, SummaryMode mode, String script, Instant generatedAt) {
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    ObjectNode config = summary.putObject("config");
    config.set("duration", JsNumbers.node(run.elapsedNanos() / 1e9));
    config.put("execution", "local");
    config.put("script", script);
    summary
        .putObject("metadata")
        .put("generatedAt", generatedAt.toString())
        .put("k6Version", K6Version.TEXT);
    ObjectNode results = summary.putObject("results");
    checks(results.putObject("checks"), run);
    ArrayNode metrics = results.putArray("metrics");
    run.observed().stream()
        .filter(metric -> MetricCategory.isShown(metric.name(), mode))
        .map(run::figures)
        .sorted(Comparator.comparing(Figures::name, NameOrder.NAMES))
        .forEach(figures -> metrics.add(metric(figures)));
    summary.put("version", "1.0.0");
    return LegacyExport.print(summary);
  }

  private static void checks(ObjectNode node, RunSummary run) {
    List<CheckCount> checks = run.checks().byName();
    if (checks.isEmpty() && !run.observesChecks()) {
      return;
    }
    ArrayNode metrics = node.putArray("metrics");
    CheckFigures figures = CheckFigures.of(checks, run.elapsedNanos());
    metrics.add(metric(figures.total()));
    metrics.add(metric(figures.failed()));
    metrics.add(metric(figures.succeeded()));
    ArrayNode results = checks.isEmpty() ? node.arrayNode() : node.putArray("results");
    for (CheckCount check : checks) {
      results
          .addObject()
          .put("fails", check.fails())
          .put("name", check.name())
          .put("passes", check.passes());
    }
  }

  private static ObjectNode metric(Figures figures) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("contains", figures.contains().text());
    node.put("name", figures.name());
    node.put("type", figures.type().text());
    ObjectNode values = node.putObject("values");
    switch (figures.type()) {
      case COUNTER -> put(values, "count", figures.value("count"));
      case GAUGE -> List.of("max", "min", "value").forEach(w -> put(values, w, figures.value(w)));
      case RATE -> {
        put(values, "matches", figures.value("passes"));
        put(values, "rate", figures.value("rate"));
        put(values, "total", figures.value("passes") + figures.value("fails"));
      }
      case TREND ->
          figures
              .values()
              .forEach(
                  (stat, value) -> {
                    String word = TREND.get(stat);
                    if (word != null) {
                      put(values, word, value);
                    }
                  });
    }
    return node;
  }

  private static void put(ObjectNode values, String word, double value) {
    values.set(word, JsNumbers.node(value));
  }
}
