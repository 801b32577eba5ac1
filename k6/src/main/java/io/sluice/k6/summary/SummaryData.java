package io.sluice.k6.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.JsNumbers;
import io.sluice.k6.metrics.CheckCount;
import io.sluice.k6.metrics.CheckGroup;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.threshold.ThresholdResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The argument of {@code handleSummary}, as JSON.
 *
 * <pre>
 *  {"root_group": {"name", "path", "id", "groups": [group], "checks": [{"name", "path", "id",
 *                  "passes", "fails"}]},
 *   "options": {"summaryTrendStats", "summaryTimeUnit", "noColor"},
 *   "state": {"isStdOutTTY", "isStdErrTTY", "testRunDurationMs"},
 *   "metrics": {name: {"type", "contains", "values": {word: number},
 *                      "thresholds": {expression: {"ok"}}}},
 *   "setup_data": whatever setup returned}
 * </pre>
 *
 * A group's and a check's id is the MD5 of its path; {@code thresholds} is there only where there
 * are any, {@code setup_data} only if setup returned something.
 */
public final class SummaryData {
  private SummaryData() {}

  /**
   * How the run's console looks.
   *
   * @param noColor whether colours are unwanted
   * @param stdoutIsTty whether standard output is a terminal
   * @param stderrIsTty whether standard error is one
   */
  public record Console(boolean noColor, boolean stdoutIsTty, boolean stderrIsTty) {}

  /**
   * The argument's text.
   *
   * @param setupData what setup returned, as JSON; null if that was nothing
   */
  public static String json(RunSummary run, Console console, @Nullable String setupData) {
    return node(run, console, setupData).toString();
  }

  static ObjectNode node(RunSummary run, Console console, @Nullable String setupData) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("root_group", group(run.checks().root()));
    ObjectNode options = data.putObject("options");
    ArrayNode stats = options.putArray("summaryTrendStats");
    run.options().trendStats().forEach(stats::add);
    options.put("summaryTimeUnit", run.options().timeUnit());
    options.put("noColor", console.noColor());
    ObjectNode state = data.putObject("state");
    state.put("isStdOutTTY", console.stdoutIsTty());
    state.put("isStdErrTTY", console.stderrIsTty());
    state.set("testRunDurationMs", JsNumbers.node(run.elapsedNanos() / 1e6));
    ObjectNode metrics = data.putObject("metrics");
    for (Metric metric : run.observed()) {
      metrics.set(metric.name(), metric(run, metric));
    }
    if (setupData != null) {
      data.set("setup_data", parse(setupData));
    }
    return data;
  }

  private static ObjectNode metric(RunSummary run, Metric metric) {
    Figures figures = run.figures(metric);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", figures.type().text());
    node.put("contains", figures.contains().text());
    ObjectNode values = node.putObject("values");
    figures.values().forEach((word, value) -> values.set(word, JsNumbers.node(value)));
    List<ThresholdResult> results = run.thresholds().of(metric);
    if (!results.isEmpty()) {
      ObjectNode thresholds = node.putObject("thresholds");
      for (ThresholdResult result : results) {
        thresholds.putObject(result.threshold().source()).put("ok", result.ok());
      }
    }
    return node;
  }

  private static ObjectNode group(CheckGroup group) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", group.name());
    node.put("path", group.path());
    node.put("id", PathId.of(group.path()));
    ArrayNode groups = node.putArray("groups");
    group.groups().forEach(inner -> groups.add(group(inner)));
    ArrayNode checks = node.putArray("checks");
    for (CheckCount check : group.checks()) {
      String path = group.path() + CheckGroup.SEPARATOR + check.name();
      checks
          .addObject()
          .put("name", check.name())
          .put("path", path)
          .put("id", PathId.of(path))
          .put("passes", check.passes())
          .put("fails", check.fails());
    }
    return node;
  }

  private static JsonNode parse(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("setup's result is no JSON: " + e.getMessage(), e);
    }
  }
}
