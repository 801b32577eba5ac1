package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.K6Exception;
import io.sluice.model.plan.Nearest;
import java.util.List;
import java.util.Map;

/**
 * How names are looked up: {@code {ttl: '5m', select: 'random', policy: 'preferIPv4'}}, or in a
 * text {@code ttl=5m,select=random,policy=preferIPv4}.
 */
final class DnsKind implements ValueKind {
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "ttl",
          List.of(),
          "select",
          List.of("first", "random", "roundRobin"),
          "policy",
          List.of("preferIPv4", "preferIPv6", "onlyIPv4", "onlyIPv6", "any"));

  @Override
  public JsonNode json(JsonNode value, Place place) throws K6Exception {
    if (!value.isObject()) {
      throw place.expected("an object with ttl, select and policy", Json.shown(value));
    }
    ObjectNode dns = Json.object();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (!field.getValue().isNull()) {
        set(dns, field.getKey(), field.getValue().asText(), place.field(field.getKey()));
      }
    }
    return dns;
  }

  @Override
  public JsonNode text(List<String> texts, Place place) throws K6Exception {
    ObjectNode dns = Json.object();
    for (String item : String.join(",", texts).split(",", -1)) {
      int equals = item.indexOf('=');
      if (equals <= 0 || equals == item.length() - 1) {
        throw place.expected("key=value such as 'ttl=5m'", "'" + item + "'");
      }
      set(dns, item.substring(0, equals), item.substring(equals + 1), place);
    }
    return dns;
  }

  private static void set(ObjectNode dns, String name, String value, Place place)
      throws K6Exception {
    List<String> words = FIELDS.get(name);
    if (words == null) {
      throw place.mistake(
          "there is no DNS option '%s'%s".formatted(name, Nearest.hint(name, FIELDS.keySet())));
    }
    if (name.equals("ttl")) {
      if (!value.equals("inf")) {
        Scalar.DURATION.read(value, place);
      }
    } else if (!words.contains(value)) {
      throw place.expected(
          "one of " + String.join(", ", words), "'" + value + "'" + Nearest.hint(value, words));
    }
    dns.put(name, value);
  }
}
