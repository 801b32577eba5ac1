package io.sluice.k6.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The consolidated options as {@code k6 inspect} prints them: every option in k6's order, null
 * where nothing was said, durations as texts such as {@code 1m0s}, scenarios with all fields of
 * their executors; a threshold is a text unless it aborts. Indented by two blanks.
 */
public final class OptionsJson {
  private OptionsJson() {}

  static String of(ObjectNode merged) {
    ObjectNode all = Json.object();
    for (OptionName option : OptionName.values()) {
      JsonNode value = merged.path(option.json());
      if (!value.isMissingNode()) {
        all.set(option.json(), shape(option, value));
      } else if (!option.isForRunsOnly() && option != OptionName.CLOUD) {
        all.putNull(option.json());
      }
    }
    all.set("dns", dns(merged.path("dns")));
    return print(all);
  }

  /**
   * Consolidated options with what running them needs, for {@code inspect
   * --execution-requirements}.
   */
  public static String withRequirements(Options options) {
    try {
      ObjectNode all = (ObjectNode) Json.MAPPER.readTree(options.json());
      ExecutionPlan plan = options.plan();
      all.put("totalDuration", GoDuration.format(plan.maxDurationNanos()));
      all.put("maxVUs", plan.maxVus());
      return print(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String print(ObjectNode all) {
    try {
      return Json.MAPPER.writer(JsonPrinter.of("  ")).writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode shape(OptionName option, JsonNode value) {
    return switch (option) {
      case SCENARIOS -> scenarios(value);
      case THRESHOLDS -> thresholds(value);
      default -> value;
    };
  }

  private static ObjectNode dns(JsonNode given) {
    ObjectNode dns = Json.object();
    for (String field : List.of("ttl", "select", "policy")) {
      dns.set(field, given.has(field) ? given.get(field) : Json.NODES.nullNode());
    }
    return dns;
  }

  private static ObjectNode scenarios(JsonNode scenarios) {
    ObjectNode result = Json.object();
    for (Map.Entry<String, JsonNode> scenario : scenarios.properties()) {
      ObjectNode fields = result.putObject(scenario.getKey());
      Executor executor = Executor.of(scenario.getValue().path("executor").asText());
      if (executor != null) {
        for (String field : ExecutorFields.of(executor).keySet()) {
          JsonNode value = scenario.getValue().path(field);
          if (!value.isMissingNode()) {
            fields.set(field, value);
          } else if (!field.equals("options")) {
            fields.putNull(field);
          }
        }
      }
    }
    return result;
  }

  private static ObjectNode thresholds(JsonNode thresholds) {
    ObjectNode result = Json.object();
    for (Map.Entry<String, JsonNode> metric : thresholds.properties()) {
      ArrayNode list = result.putArray(metric.getKey());
      for (JsonNode threshold : metric.getValue()) {
        boolean aborts = threshold.path("abortOnFail").asBoolean();
        list.add(aborts ? aborting(threshold) : threshold.path("threshold"));
      }
    }
    return result;
  }

  private static ObjectNode aborting(JsonNode threshold) {
    ObjectNode result = Json.object();
    result.set("threshold", threshold.path("threshold"));
    result.put("abortOnFail", true);
    JsonNode delay = threshold.path("delayAbortEval");
    result.set("delayAbortEval", delay.isMissingNode() ? Json.NODES.nullNode() : delay);
    return result;
  }
}
