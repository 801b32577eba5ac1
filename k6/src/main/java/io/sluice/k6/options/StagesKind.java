package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.K6Exception;
import io.sluice.model.plan.Nearest;
import java.util.List;
import java.util.Map;

/**
 * Stages: {@code [{duration: '10s', target: 5}]}, or in a text {@code 10s:5,5m:20}.
 *
 * <p>Fields that are missing stay missing: what is wrong with that is for whoever uses the stages.
 */
final class StagesKind implements ValueKind {
  private static final Map<String, ValueKind> FIELDS =
      Map.of("duration", Scalar.DURATION, "target", Scalar.WHOLE);

  @Override
  public JsonNode json(JsonNode value, Place place) throws K6Exception {
    if (!value.isArray()) {
      throw place.expected("an array of stages", Json.shown(value));
    }
    ArrayNode stages = Json.NODES.arrayNode();
    for (int i = 0; i < value.size(); i++) {
      stages.add(stage(value.get(i), place.item(i)));
    }
    return stages;
  }

  private static ObjectNode stage(JsonNode value, Place place) throws K6Exception {
    if (!value.isObject()) {
      throw place.expected("a stage such as {duration: '10s', target: 5}", Json.shown(value));
    }
    ObjectNode stage = Json.object();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      ValueKind kind = FIELDS.get(field.getKey());
      if (kind == null) {
        throw place.mistake(
            "a stage has no field '%s'%s"
                .formatted(field.getKey(), Nearest.hint(field.getKey(), FIELDS.keySet())));
      }
      if (!field.getValue().isNull()) {
        stage.set(field.getKey(), kind.json(field.getValue(), place.field(field.getKey())));
      }
    }
    return stage;
  }

  @Override
  public JsonNode text(List<String> texts, Place place) throws K6Exception {
    ArrayNode stages = Json.NODES.arrayNode();
    for (String text : texts) {
      for (String item : text.split(",", -1)) {
        int colon = item.indexOf(':');
        if (colon <= 0) {
          throw place.expected("a stage such as '10s:5'", "'" + item + "'");
        }
        ObjectNode stage = Json.object();
        stage.set("duration", Scalar.DURATION.read(item.substring(0, colon), place));
        if (colon < item.length() - 1) {
          stage.set("target", Scalar.WHOLE.read(item.substring(colon + 1), place));
        }
        stages.add(stage);
      }
    }
    return stages;
  }
}
