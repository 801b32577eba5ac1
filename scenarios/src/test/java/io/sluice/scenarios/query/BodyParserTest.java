package io.sluice.scenarios.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.BodyQuery.Result;
import io.sluice.model.plan.TextBuffer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One parser for all bodies finds what a fresh parser for each body finds. */
class BodyParserTest {
  private static final int ROUNDS = 20_000;
  private static final List<String> PATHS = JsonDocuments.PATHS;

  private final JsonFactory json = new JsonFactory();
  private final TextBuffer found = new TextBuffer();
  private final TextBuffer expected = new TextBuffer();

  @Test
  void onDocumentsDrawnAtRandom() {
    JsonDocuments documents = new JsonDocuments(7);
    Random random = new Random(42);
    List<StreamingQuery> queries = PATHS.stream().map(BodyParserTest::query).toList();
    Map<Result, Integer> seen = new EnumMap<>(Result.class);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] document = documents.next();
      byte[] body = random.nextInt(3) == 0 ? documents.damaged(document) : document;
      // Room behind the body that must not be looked at: bodies are kept in pooled arrays.
      byte[] padded = Arrays.copyOf(body, body.length + 8);
      Arrays.fill(padded, body.length, padded.length, (byte) '1');
      int path = random.nextInt(PATHS.size());
      Result result = queries.get(path).find(padded, body.length, found);
      assertSameAsFresh(result, PATHS.get(path), body);
      seen.merge(result, 1, Integer::sum);
    }
    for (Result result : Result.values()) {
      assertTrue(seen.getOrDefault(result, 0) > ROUNDS / 100, result + " of " + seen);
    }
  }

  @Test
  void cutAtEveryByte() {
    String document =
        """
        {"a": {"b": [1.5e3, "x\\u00e9\\ud83d\\ude00ü日😀", true, null, {}], "c": -0}, "b": [[], 12]}
        """;
    byte[] whole = document.getBytes(StandardCharsets.UTF_8);
    for (String path : List.of("$", "$.a", "$.a.b[1]", "$.a.b[0]", "$.a.b[2]", "$.a.c", "$.b[1]")) {
      StreamingQuery query = query(path);
      for (int length = 0; length <= whole.length; length++) {
        byte[] body = Arrays.copyOf(whole, length);
        assertSameAsFresh(query.find(body, length, found), path, body);
        // What a cut body leaves behind does not get into the next one.
        assertSameAsFresh(query.find(whole, whole.length, found), path, whole);
      }
    }
  }

  @Test
  void wideEncodings() {
    StreamingQuery query = query("$.a");
    for (String mark : List.of("", "\ufeff")) {
      for (String charset : List.of("UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE")) {
        assertFinds(query, mark + "{\"a\": \"ü€\"}", charset, Result.PRESENT, "ü€");
        assertFinds(query, mark + "{\"a\": [\"ü\", 1]}", charset, Result.PRESENT, "[\"ü\", 1]");
        assertFinds(query, mark + "5", charset, Result.ABSENT, "");
      }
    }
    byte[] zeroes = new byte[7];
    assertEquals(Result.ABSENT, query.find(zeroes, zeroes.length, found));
  }

  @Test
  void limitsOfTheParserStay() {
    StreamingQuery query = query("$");
    assertFinds(query, "[".repeat(1001) + "]".repeat(1001), "UTF-8", Result.ABSENT, "");
    assertFinds(query, "\"" + "x".repeat(20_000_001) + "\"", "UTF-8", Result.ABSENT, "");
    assertFinds(query, "1".repeat(1001), "UTF-8", Result.ABSENT, "");
    assertFinds(query, "1", "UTF-8", Result.PRESENT, "1");
  }

  @Test
  void parserLivesUntilAnError() throws IOException {
    BodyParser parser = new BodyParser();
    JsonParser first = parse(parser, "{\"a\": [1, 2, \"x\"]}");
    assertSame(first, parse(parser, "7"));
    assertSame(first, parse(parser, "\"only begun to be read\""));
    assertSame(first, parse(parser, "{\"read\": 1, no more than this counts"));
    assertThrows(IOException.class, () -> parse(parser, "<html>"));
    JsonParser second = parse(parser, "{}");
    assertNotSame(first, second);
    assertTrue(first.isClosed());
    assertSame(second, parse(parser, "[]"));
    parse(parser, " ");
    assertNotSame(second, parse(parser, "[]"));
  }

  @Test
  void namesAreForgotten() throws IOException {
    BodyParser parser = new BodyParser();
    JsonParser first = parse(parser, "{}");
    String body = "{\"" + "n".repeat(990) + "%06d\":1 }";
    long bodies = -1; // the one that gets the next parser is not among them
    while (!first.isClosed()) {
      parse(parser, body.formatted(++bodies));
    }
    // All of a body is read but the two characters behind the number; of the first, one.
    assertEquals(Math.ceilDiv(BodyParser.FORGET_AFTER - 1, body.formatted(0).length() - 2), bodies);
  }

  @Test
  void whatIsNotReadIsNotCounted() throws IOException {
    BodyParser parser = new BodyParser();
    String body = "{\"a\": 1, \"b\": \"" + "x".repeat(100_000) + "\"}";
    JsonParser first = parse(parser, body);
    for (long read = 0; read < 2 * BodyParser.FORGET_AFTER; read += body.length()) {
      assertSame(first, parse(parser, body));
    }
  }

  @Test
  void steadyStateAllocatesNothing() {
    byte[] body =
        "{\"token\": \"abc\\n€\", \"user\": {\"id\": 12, \"names\": [\"x\", \"y\"]}, \"ok\": true}"
            .getBytes(StandardCharsets.UTF_8);
    for (String path : List.of("$.token", "$.user.id", "$.user.names[1]", "$.ok", "$.user.no")) {
      assertAllocatesNothing(query(path), body);
    }
    assertAllocatesNothing(
        new RegexQuery("\"id\": (\\d+)"), "\"id\": 12".getBytes(StandardCharsets.US_ASCII));
    assertAllocatesNothing(new WholeBodyQuery(), body);
  }

  private void assertAllocatesNothing(BodyQuery query, byte[] body) {
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    int bodies = 10_000;
    long before = 0;
    for (int i = -bodies; i < bodies; i++) {
      if (i == 0) {
        before = thread.getCurrentThreadAllocatedBytes();
      }
      query.find(body, body.length, found);
    }
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < bodies, () -> allocated + " bytes for " + bodies + " bodies");
  }

  private static StreamingQuery query(String path) {
    SimplePath simple = SimplePath.parse(path);
    assertNotNull(simple, path);
    return new StreamingQuery(simple);
  }

  /** Reads up to three tokens and leaves the rest. */
  private static JsonParser parse(BodyParser parser, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    JsonParser ready = parser.begin(bytes, bytes.length);
    int tokens = 0;
    do {
      ready.nextToken();
    } while (++tokens < 3 && !ready.getParsingContext().inRoot());
    parser.end();
    return ready;
  }

  private void assertFinds(
      StreamingQuery query, String body, String charset, Result result, String text) {
    byte[] bytes = body.getBytes(Charset.forName(charset));
    assertEquals(result, query.find(bytes, bytes.length, found), charset);
    assertEquals(text, found.toString(), charset);
  }

  private void assertSameAsFresh(Result result, String path, byte[] body) {
    if (WideJson.is(body, body.length)) {
      return; // the fresh parser reads characters there, and knows no byte offsets
    }
    SimplePath simple = SimplePath.parse(path);
    assertNotNull(simple);
    Result fresh;
    expected.clear();
    try (JsonParser parser = json.createParser(body, 0, body.length)) {
      fresh = new PathWalk(simple).walk(parser, body, 0, expected);
    } catch (IOException e) {
      expected.clear();
      fresh = Result.ABSENT;
    }
    String where = path + " in " + new String(body, StandardCharsets.UTF_8);
    assertEquals(fresh, result, where);
    assertEquals(expected.toString(), found.toString(), where);
  }
}
