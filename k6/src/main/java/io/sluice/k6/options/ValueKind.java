package io.sluice.k6.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.k6.K6Exception;
import java.util.List;

/** Checks values of one kind, and makes them canonical: the one JSON form that is read later. */
interface ValueKind {
  /**
   * A value from JSON.
   *
   * @param value not null, and not JSON's null
   */
  JsonNode json(JsonNode value, Place place) throws K6Exception;

  /**
   * A value from an environment variable or from a flag's uses.
   *
   * @param texts at least one
   */
  default JsonNode text(List<String> texts, Place place) throws K6Exception {
    String text = String.join(",", texts);
    try {
      return json(Json.MAPPER.readTree(text), place);
    } catch (JsonProcessingException e) {
      throw place.expected("JSON", "'" + text + "'");
    }
  }
}
