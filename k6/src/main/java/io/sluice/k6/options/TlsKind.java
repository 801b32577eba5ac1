package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.K6Exception;
import java.util.List;

/** What TLS may be used, and with which client certificates. */
enum TlsKind implements ValueKind {
  /** {@code 'tls1.2'} or {@code {min: 'tls1.2', max: 'tls1.3'}}; canonical is the latter. */
  VERSION {
    @Override
    public JsonNode json(JsonNode value, Place place) throws K6Exception {
      ObjectNode result = Json.object();
      if (value.isTextual()) {
        String version = version(value, place);
        return result.put("min", version).put("max", version);
      }
      if (!value.isObject()) {
        throw place.expected("a version such as 'tls1.2', or {min, max}", Json.shown(value));
      }
      for (String end : List.of("min", "max")) {
        JsonNode given = value.path(end);
        result.put(end, given.isTextual() ? version(given, place.field(end)) : "");
      }
      return result;
    }

    @Override
    public JsonNode text(List<String> texts, Place place) throws K6Exception {
      return json(Json.NODES.textNode(texts.getLast()), place);
    }

    private static String version(JsonNode value, Place place) throws K6Exception {
      if (value.asText().equals("ssl3.0")) {
        throw place.mistake(
            "SSL 3.0 cannot be spoken: it is broken, and no library offers it any more;"
                + " expected one of "
                + String.join(", ", VERSIONS));
      }
      if (!value.asText().isEmpty() && !VERSIONS.contains(value.asText())) {
        throw place.expected("one of " + String.join(", ", VERSIONS), Json.shown(value));
      }
      return value.asText();
    }
  },
  /** {@code [{cert, key, password, domains}]}. */
  AUTH {
    @Override
    public JsonNode json(JsonNode value, Place place) throws K6Exception {
      if (!value.isArray()) {
        throw place.expected("an array of {cert, key, domains}", Json.shown(value));
      }
      for (int i = 0; i < value.size(); i++) {
        JsonNode auth = value.get(i);
        for (String field : List.of("cert", "key")) {
          if (!auth.path(field).isTextual()) {
            throw place.item(i).mistake("expected '" + field + "', a PEM text");
          }
        }
        if (auth.hasNonNull("domains")) {
          Listing.TEXTS.json(auth.get("domains"), place.item(i).field("domains"));
        }
      }
      return value;
    }
  };

  private static final List<String> VERSIONS = List.of("tls1.0", "tls1.1", "tls1.2", "tls1.3");
}
