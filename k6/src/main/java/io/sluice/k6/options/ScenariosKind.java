package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.K6Exception;
import io.sluice.model.plan.Nearest;
import java.util.Map;

/** Scenarios by name, each with the fields of its executor and no others. */
final class ScenariosKind implements ValueKind {
  @Override
  public JsonNode json(JsonNode value, Place place) throws K6Exception {
    if (!value.isObject()) {
      throw place.expected("an object of scenarios", Json.shown(value));
    }
    ObjectNode scenarios = Json.object();
    for (Map.Entry<String, JsonNode> scenario : value.properties()) {
      String name = scenario.getKey();
      scenarios.set(name, scenario(name, scenario.getValue(), place.field(name)));
    }
    return scenarios;
  }

  private static ObjectNode scenario(String name, JsonNode value, Place place) throws K6Exception {
    if (!value.isObject()) {
      throw place.expected("a scenario such as {executor: 'constant-vus'}", Json.shown(value));
    }
    Executor executor = executor(name, value.path("executor"), place);
    Map<String, ValueKind> fields = ExecutorFields.of(executor);
    ObjectNode scenario = Json.object();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      ValueKind kind = fields.get(field.getKey());
      if (kind == null) {
        throw place.mistake(
            "scenarios with the executor %s have no field '%s'%s"
                .formatted(
                    executor.text(),
                    field.getKey(),
                    Nearest.hint(field.getKey(), fields.keySet())));
      }
      if (!field.getValue().isNull()) {
        scenario.set(field.getKey(), kind.json(field.getValue(), place.field(field.getKey())));
      }
    }
    return scenario;
  }

  private static Executor executor(String scenario, JsonNode value, Place place)
      throws K6Exception {
    String text = value.asText("");
    if (text.isEmpty() || value.isNull()) {
      throw place.mistake("scenario '" + scenario + "' doesn't have a specified executor type");
    }
    if (text.equals("externally-controlled")) {
      throw place.mistake(
          "the executor 'externally-controlled' was removed in k6 v2; use 'constant-vus' or"
              + " 'ramping-vus' instead");
    }
    Executor executor = Executor.of(text);
    if (executor == null) {
      throw place.mistake(
          "unknown executor type '%s'%s".formatted(text, Nearest.hint(text, Executor.names())));
    }
    return executor;
  }
}
