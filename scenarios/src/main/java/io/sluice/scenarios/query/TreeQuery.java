package io.sluice.scenarios.query;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.TextBuffer;
import java.io.IOException;

/** Answers any JSONPath on the body's tree. */
final class TreeQuery implements BodyQuery {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final Configuration JAYWAY =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider(MAPPER))
          .mappingProvider(new JacksonMappingProvider(MAPPER))
          .build();

  private final JsonPath path;

  /**
   * Compiles a path.
   *
   * @throws IllegalArgumentException with a sentence, if it is malformed
   */
  TreeQuery(String path) {
    try {
      this.path = JsonPath.compile(path);
    } catch (JsonPathException e) {
      throw new IllegalArgumentException("'" + path + "' is not a JSONPath: " + e.getMessage(), e);
    }
  }

  @Override
  public Result find(byte[] body, int length, TextBuffer into) {
    into.clear();
    try {
      JsonNode root = MAPPER.readTree(body, 0, length);
      Object found = path.<Object>read((Object) root, JAYWAY);
      return found instanceof JsonNode node ? take(first(node), into) : takeText(found, into);
    } catch (IOException | JsonPathException e) {
      return Result.ABSENT;
    }
  }

  /** A path that may match several values gives an array of them, of which the first counts. */
  private JsonNode first(JsonNode found) {
    return path.isDefinite() || !found.isArray() ? found : found.path(0);
  }

  /** Functions such as {@code length()} give plain numbers. */
  private static Result takeText(@org.jspecify.annotations.Nullable Object found, TextBuffer into) {
    if (found == null) {
      return Result.ABSENT;
    }
    into.append(found.toString());
    return Result.PRESENT;
  }

  private static Result take(JsonNode node, TextBuffer into) {
    if (node.isMissingNode() || node.isNull()) {
      return Result.ABSENT;
    }
    into.append(node.isContainerNode() ? node.toString() : node.asText());
    boolean empty = node.isContainerNode() ? node.isEmpty() : into.length() == 0;
    return empty ? Result.EMPTY : Result.PRESENT;
  }
}
