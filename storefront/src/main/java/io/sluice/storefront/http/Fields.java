package io.sluice.storefront.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.sluice.storefront.shop.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The named values of a request's body. A body that begins with <code>{</code> is JSON, of which
 * the texts and numbers of the outermost object are taken; every other body is a form, whatever its
 * content type says: load scripts send forms under a JSON content type. An empty body has no
 * fields.
 */
final class Fields {
  private static final ObjectReader READER =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Map<String, String> values;

  private Fields(Map<String, String> values) {
    this.values = values;
  }

  /** Reads a body, or refuses it. */
  static Fields parse(String body) {
    String text = body.strip();
    if (text.isEmpty()) {
      return new Fields(Map.of());
    }
    return new Fields(text.charAt(0) == '{' ? json(text) : form(text));
  }

  private static Map<String, String> json(String text) {
    try {
      Map<String, String> values = new HashMap<>();
      for (Map.Entry<String, JsonNode> entry : READER.readTree(text).properties()) {
        JsonNode node = entry.getValue();
        if (node.isTextual() || node.isNumber()) {
          values.put(entry.getKey(), node.asText());
        }
      }
      return values;
    } catch (JsonProcessingException e) {
      throw Refusal.invalid("the body is not valid JSON: " + e.getOriginalMessage());
    }
  }

  private static Map<String, String> form(String text) {
    try {
      Map<String, String> values = new HashMap<>();
      new QueryStringDecoder(text, false)
          .parameters()
          .forEach((name, all) -> values.put(name, all.getFirst()));
      return values;
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("the body is not a valid form: " + e.getMessage());
    }
  }

  /** A text that must be there. */
  String text(String name) {
    @Nullable String value = values.get(name);
    if (value == null) {
      throw Refusal.invalid(name + " is required");
    }
    return value;
  }

  /** A whole number that must be there. */
  int integer(String name) {
    String value = text(name);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw Refusal.invalid(name + " must be a whole number, was '" + value + "'");
    }
  }
}
