package io.sluice.k6.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.options.JsonPrinter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code --summary-export}, indented by four blanks.
 *
 * <pre>
 *  {"root_group": {"name", "path", "id", "groups": {name: group}, "checks": {name: {"name", "path",
 *                  "id", "passes", "fails"}}},
 *   "metrics": {name: {word: number, "thresholds": {expression: FAILED}}},
 *   "setup_data": whatever setup returned}
 * </pre>
 *
 * The share of a rate is called {@code value} here, and a threshold is true if it was
 * <em>crossed</em>: that is how k6 writes it. What setup returned is written too, tokens and all.
 */
public final class LegacyExport {
  private LegacyExport() {}

  /**
   * The file's text.
   *
   * @param setupData what setup returned, as JSON; null if that was nothing
   */
  public static String json(
      RunSummary run, SummaryData.Console console, @Nullable String setupData) {
    ObjectNode data = SummaryData.node(run, console, setupData);
    data.remove("options");
    data.remove("state");
    ObjectNode metrics = JsonNodeFactory.instance.objectNode();
    data.get("metrics").properties().forEach(e -> metrics.set(e.getKey(), metric(e.getValue())));
    data.set("metrics", metrics);
    data.set("root_group", group(data.get("root_group")));
    return print(data);
  }

  static String print(ObjectNode data) {
    try {
      return new JsonMapper().writer(JsonPrinter.of("    ")).writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode metric(JsonNode metric) {
    ObjectNode flat = JsonNodeFactory.instance.objectNode();
    boolean rate = metric.get("type").asText().equals("rate");
    for (Map.Entry<String, JsonNode> value : metric.get("values").properties()) {
      boolean renamed = rate && value.getKey().equals("rate");
      flat.set(renamed ? "value" : value.getKey(), value.getValue());
    }
    if (metric.has("thresholds")) {
      ObjectNode crossed = flat.putObject("thresholds");
      metric
          .get("thresholds")
          .properties()
          .forEach(e -> crossed.put(e.getKey(), !e.getValue().get("ok").asBoolean()));
    }
    return flat;
  }

  private static ObjectNode group(JsonNode group) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (String field : new String[] {"name", "path", "id"}) {
      result.set(field, group.get(field));
    }
    ObjectNode groups = result.putObject("groups");
    group.get("groups").forEach(inner -> groups.set(inner.get("name").asText(), group(inner)));
    ObjectNode checks = result.putObject("checks");
    group.get("checks").forEach(check -> checks.set(check.get("name").asText(), check));
    return result;
  }
}
