package io.sluice.scenarios.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.scenarios.compile.Encoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts {@code ***} in place of secrets in the tree of a plan. */
final class Mask {
  private static final String STARS = "***";

  private final List<String> secrets;

  private Mask(List<String> secrets) {
    this.secrets = secrets;
  }

  /** Secrets in all the ways in which literals write them, the longest first. */
  static Mask of(List<String> values) {
    Set<String> forms = new LinkedHashSet<>();
    for (String value : values) {
      if (!value.isEmpty()) {
        forms.add(value);
        forms.add(Encoding.json(value));
        forms.add(Encoding.percent(value));
        forms.add(Encoding.url(value));
      }
    }
    List<String> sorted = new ArrayList<>(forms);
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    return new Mask(sorted);
  }

  /** Masks a tree in place. */
  void apply(JsonNode node) {
    if (node instanceof ObjectNode object) {
      switch (object.path(PlanMapper.KIND).asText()) {
        case "Literal", "Contains" -> mask(object, "text");
        case "Text" -> mask(object, "value");
        default -> {}
      }
      // Requests and checks may be named after a path.
      if (object.path("path").isObject() || object.has("expectation")) {
        mask(object, "name");
      }
      if (object.get("tls") instanceof ObjectNode tls) {
        mask(tls, "authorities");
        identity(tls.path("identity"));
      }
      if (object.path("rows") instanceof ArrayNode rows) {
        rows.forEach(row -> mask((ArrayNode) row));
      }
    }
    node.forEach(this::apply);
  }

  /** A password is a secret, whoever knows of it. */
  private void identity(JsonNode node) {
    if (node instanceof ObjectNode identity) {
      mask(identity, "certificates");
      mask(identity, "key");
      if (!identity.path("password").asText().isEmpty()) {
        identity.put("password", STARS);
      }
    }
  }

  private void mask(ObjectNode object, String field) {
    object.put(field, masked(object.path(field).asText()));
  }

  private void mask(ArrayNode row) {
    for (int i = 0; i < row.size(); i++) {
      row.set(i, row.textNode(masked(row.get(i).asText())));
    }
  }

  private String masked(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, STARS);
    }
    return masked;
  }
}
