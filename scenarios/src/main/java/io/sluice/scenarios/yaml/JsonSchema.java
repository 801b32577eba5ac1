package io.sluice.scenarios.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.scenarios.yaml.Kind.Need;
import java.math.BigDecimal;
import java.util.List;

/** The JSON Schema of the language, for editors. */
public final class JsonSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonSchema() {}

  /** The schema, indented, with a line break at its end. */
  public static String text() {
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Sluice scenario");
    schema.setAll(kind(Language.SCENARIO));
    ObjectNode defs = schema.putObject("$defs");
    for (Kind kind : Language.NAMED_KINDS) {
      defs.set(kind.id(), kind(kind));
    }
    ArrayNode anyStep = NODES.arrayNode();
    for (Kind kind : Language.STEP_KINDS) {
      defs.set(kind.id(), kind(kind));
      anyStep.add(ref(kind.id()));
    }
    ObjectNode steps = defs.putObject("steps");
    steps.put("type", "array");
    steps.putObject("items").set("anyOf", anyStep);
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every tree can be written", e);
    }
  }

  private static ObjectNode kind(Kind kind) {
    ObjectNode schema = NODES.objectNode();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = NODES.arrayNode();
    for (Kind.Key key : kind.keys()) {
      properties.set(key.name(), shape(key.shape()).put("description", key.description()));
      if (key.need() == Need.REQUIRED) {
        required.add(key.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    if (kind.heads().size() > 1) {
      ArrayNode oneOf = schema.putArray("oneOf");
      kind.heads().forEach(head -> oneOf.addObject().putArray("required").add(head));
    }
    return schema;
  }

  /** YAML takes some words for numbers unless they stand in quotes. */
  private static void choice(ArrayNode values, List<String> words) {
    for (String word : words) {
      values.add(word);
      if (word.matches("\\d+(\\.\\d+)?")) {
        values.add(new BigDecimal(word));
      }
    }
  }

  private static ObjectNode ref(String id) {
    return NODES.objectNode().put("$ref", "#/$defs/" + id);
  }

  private static ObjectNode shape(Shape shape) {
    ObjectNode schema = NODES.objectNode();
    switch (shape) {
      case Shape.Scalar scalar -> {
        schema.putArray("type").add("string").add("number").add("boolean");
        if (!scalar.pattern().isEmpty()) {
          schema.put("pattern", scalar.pattern());
        }
      }
      case Shape.Whole whole ->
          schema.put("type", "integer").put("minimum", whole.min()).put("maximum", whole.max());
      case Shape.Truth _ -> schema.put("type", "boolean");
      case Shape.Choice(List<String> words) -> choice(schema.putArray("enum"), words);
      case Shape.Nothing _ -> schema.put("type", "null");
      case Shape.Steps _ -> schema.put("$ref", "#/$defs/steps");
      case Shape.Of(String kind) -> schema.put("$ref", "#/$defs/" + kind);
      case Shape.Tree _ -> {}
      case Shape.ListOf list -> {
        schema.put("type", "array").set("items", shape(list.element()));
        if (list.atLeast() > 0) {
          schema.put("minItems", list.atLeast());
        }
      }
      case Shape.MapOf map -> {
        schema.put("type", "object").set("additionalProperties", shape(map.value()));
        schema.putObject("propertyNames").put("pattern", "^(" + map.keys().pattern() + ")$");
      }
      case Shape.AnyOf(List<Shape> shapes) -> {
        ArrayNode anyOf = schema.putArray("anyOf");
        shapes.forEach(option -> anyOf.add(shape(option)));
      }
    }
    return schema;
  }
}
