package io.sluice.scenarios.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.BodyQuery.Result;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On documents and paths drawn at random, the streaming parser finds what the tree finds. */
class StreamingAgreesTest {
  private static final int ROUNDS = 20_000;
  private static final String[] NAMES = {"a", "b", "c", "d e", "ü"};
  private static final String[] TEXTS = {"", "x", "\\n\\\"", "日本", "\\ud83d\\ude00", "1"};

  private final ObjectMapper mapper = new ObjectMapper();
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
      BodyQuery streaming = new BodyQueries().compile(new Selector.JsonPath(path));
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
