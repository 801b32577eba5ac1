package io.sluice.scenarios.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.BodyQuery.Result;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.TextBuffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** On documents and paths drawn at random, the streaming parser finds what the tree finds. */
class StreamingAgreesTest {
  private static final int ROUNDS = 20_000;
  private static final String[] NAMES = {"a", "b", "c", "d e", "ü"};
  private static final String[] TEXTS = {"", "x", "\\n\\\"", "日本", "\\ud83d\\ude00", "1"};

  private static final Pattern HALF_PAIR = Pattern.compile("\\\\ud83d(?!\\\\ude00)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.eE+-]*");

  private final ObjectMapper mapper = new ObjectMapper();
  private final ObjectMapper strict =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final ObjectMapper exact =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private final Map<String, BodyQuery> queries = new HashMap<>();
  private final Random random = new Random(42);

  @Test
  void agrees() throws JsonProcessingException {
    Map<Result, Integer> seen = new EnumMap<>(Result.class);
    TextBuffer streamed = new TextBuffer();
    TextBuffer walked = new TextBuffer();
    for (int round = 0; round < ROUNDS; round++) {
      String document = value(4);
      String path = path();
      byte[] body = document.getBytes(StandardCharsets.UTF_8);
      BodyQuery streaming = compiled(path);
      assertInstanceOf(StreamingQuery.class, streaming, path);
      Result result = streaming.find(body, body.length, streamed);
      assertEquals(
          new TreeQuery(path).find(body, body.length, walked), result, path + " in " + document);
      if (streamed.toString().startsWith("[") || streamed.toString().startsWith("{")) {
        assertEquals(
            mapper.readTree(walked.toString()), mapper.readTree(streamed.toString()), path);
      } else {
        assertEquals(walked.toString(), streamed.toString(), path + " in " + document);
      }
      seen.merge(result, 1, Integer::sum);
    }
    for (Result result : Result.values()) {
      assertTrue(seen.getOrDefault(result, 0) > ROUNDS / 100, result + " of " + seen);
    }
  }

  /** Among them numbers in all spellings, escapes, deep nesting, byte order marks. */
  @Test
  void agreesOnAllThatTheGrammarAllows() throws IOException {
    JsonDocuments documents = new JsonDocuments(11);
    TextBuffer streamed = new TextBuffer();
    TextBuffer walked = new TextBuffer();
    int compared = 0;
    for (int round = 0; round < ROUNDS / 2; round++) {
      byte[] body = documents.next();
      if (differs(body)) {
        continue;
      }
      String path = JsonDocuments.PATHS.get(random.nextInt(JsonDocuments.PATHS.size()));
      BodyQuery streaming = compiled(path);
      Result result = streaming.find(body, body.length, streamed);
      String where = path + " in " + new String(body, StandardCharsets.UTF_8);
      assertEquals(new TreeQuery(path).find(body, body.length, walked), result, where);
      assertEquals(canonical(walked), canonical(streamed), where);
      compared += result == Result.ABSENT ? 0 : 1;
    }
    assertTrue(compared > ROUNDS / 40, compared + " values");
  }

  /** Of members of the same name the tree keeps the last, and no half of a surrogate pair. */
  private boolean differs(byte[] body) throws IOException {
    try {
      strict.readTree(body);
    } catch (JsonProcessingException e) {
      return true;
    }
    return HALF_PAIR.matcher(new String(body, StandardCharsets.UTF_8)).find();
  }

  /** Numbers by their value, arrays and objects as trees, other texts as they are. */
  private Object canonical(TextBuffer found) throws JsonProcessingException {
    String text = found.toString();
    if (text.startsWith("{") || text.startsWith("[")) {
      return exact.readTree(text);
    }
    return NUMBER.matcher(text).matches() ? new BigDecimal(text).stripTrailingZeros() : text;
  }

  private BodyQuery compiled(String path) {
    return queries.computeIfAbsent(
        path, text -> new BodyQueries().compile(new Selector.JsonPath(text)));
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 5)) {
      case 0 -> "\"" + TEXTS[random.nextInt(TEXTS.length)] + "\"";
      case 1 -> Integer.toString(random.nextInt(2001) - 1000);
      case 2 -> random.nextInt(10) + ".5";
      case 3 -> random.nextBoolean() ? "true" : "false";
      case 4 -> "null";
      case 5, 6 -> array(depth);
      default -> object(depth);
    };
  }

  private String array(int depth) {
    StringBuilder json = new StringBuilder("[");
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      json.append(i > 0 ? ", " : " ").append(value(depth - 1));
    }
    return json.append(" ]").toString();
  }

  private String object(int depth) {
    StringBuilder json = new StringBuilder("{");
    int skip = random.nextInt(NAMES.length + 1);
    for (int i = 0; i < NAMES.length; i++) {
      if (i != skip) {
        json.append(json.length() > 1 ? "," : "")
            .append("\"%s\" : %s".formatted(NAMES[i], value(depth - 1)));
      }
    }
    return json.append("}").toString();
  }

  private String path() {
    StringBuilder path = new StringBuilder("$");
    int length = random.nextInt(4);
    for (int i = 0; i < length; i++) {
      path.append(
          switch (random.nextInt(4)) {
            case 0 -> "[" + random.nextInt(3) + "]";
            case 1 -> "." + NAMES[random.nextInt(3)];
            default -> "['" + NAMES[random.nextInt(NAMES.length)] + "']";
          });
    }
    return path.toString();
  }
}
