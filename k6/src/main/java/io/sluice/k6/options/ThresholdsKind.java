package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.K6Exception;
import java.util.Map;

/**
 * Thresholds: {@code {metric: ['p(95)<200', {threshold: 'rate<0.1', abortOnFail: true,
 * delayAbortEval: '10s'}]}}.
 *
 * <p>Canonical is an object for each; the expressions are read where the metrics are known.
 */
final class ThresholdsKind implements ValueKind {
  private static final Map<String, ValueKind> FIELDS =
      Map.of(
          "threshold", Scalar.TEXT, "abortOnFail", Scalar.BOOL, "delayAbortEval", Scalar.DURATION);

  @Override
  public JsonNode json(JsonNode value, Place place) throws K6Exception {
    if (!value.isObject()) {
      throw place.expected("an object of metrics", Json.shown(value));
    }
    ObjectNode thresholds = Json.object();
    for (Map.Entry<String, JsonNode> metric : value.properties()) {
      Place at = place.field(metric.getKey());
      if (!metric.getValue().isArray()) {
        throw at.expected("an array of thresholds", Json.shown(metric.getValue()));
      }
      ArrayNode list = thresholds.putArray(metric.getKey());
      for (int i = 0; i < metric.getValue().size(); i++) {
        list.add(threshold(metric.getValue().get(i), at.item(i)));
      }
    }
    return thresholds;
  }

  private static ObjectNode threshold(JsonNode value, Place place) throws K6Exception {
    ObjectNode result = Json.object();
    if (value.isTextual()) {
      return result.put("threshold", value.asText());
    }
    if (!value.isObject() || !value.path("threshold").isTextual()) {
      throw place.expected(
          "a threshold such as 'p(95)<200' or {threshold: 'p(95)<200', abortOnFail: true}",
          Json.shown(value));
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      ValueKind kind = FIELDS.get(field.getKey());
      if (kind != null && !field.getValue().isNull()) {
        result.set(field.getKey(), kind.json(field.getValue(), place.field(field.getKey())));
      }
    }
    return result;
  }
}
