package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.k6.K6Exception;
import java.util.List;

/** Values that are kept as they are, or not taken at all. */
enum Plain implements ValueKind {
  /** Someone else's: kept for {@code inspect}. */
  ANY {
    @Override
    public JsonNode json(JsonNode value, Place place) {
      return value;
    }
  },
  /** A part of the load; a run that made all of it would not be what was asked for. */
  SEGMENT {
    @Override
    public JsonNode json(JsonNode value, Place place) throws K6Exception {
      throw place.mistake(
          "running a segment of the load is not supported; remove it to run the whole load");
    }

    @Override
    public JsonNode text(List<String> texts, Place place) throws K6Exception {
      return json(Json.NODES.textNode(""), place);
    }
  },
  /** Addresses to send from; read by {@link IpPool}. */
  LOCAL_IPS {
    @Override
    public JsonNode json(JsonNode value, Place place) throws K6Exception {
      try {
        IpPool.parse(Scalar.TEXT.json(value, place).asText());
      } catch (IllegalArgumentException e) {
        throw place.mistake(String.valueOf(e.getMessage()));
      }
      return value;
    }

    @Override
    public JsonNode text(List<String> texts, Place place) throws K6Exception {
      return json(Json.NODES.textNode(String.join(",", texts)), place);
    }
  }
}
