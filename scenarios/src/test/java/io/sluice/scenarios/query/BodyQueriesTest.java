package io.sluice.scenarios.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyQueriesTest {
  private static final String BODY =
      """
      { "a": { "b": [ { "c": "x\\ny" }, { "c": 1.50 }, null ], "empty": "", "no": [ ], "nothing": {} },
        "wide key": true, "ü": "日本 😀", "list": [1, 2, 3], "last": "€" }\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$.a.b[0].c | PRESENT | ~x\ny~",
        "$.a.b[1].c | PRESENT | 1.50",
        "$['a'][\"b\"][1]['c'] | PRESENT | 1.50",
        "$.a.b[2] | ABSENT | ~~",
        "$.a.b[3] | ABSENT | ~~",
        "$.a.b.c | ABSENT | ~~",
        "$.a[0] | ABSENT | ~~",
        "$.a.empty | EMPTY | ~~",
        "$.a.no | EMPTY | ~[ ]~",
        "$.a.nothing | EMPTY | {}",
        "$.none | ABSENT | ~~",
        "$['wide key'] | PRESENT | true",
        "$['ü'] | PRESENT | 日本 😀",
        "$.last | PRESENT | €",
        "$.list | PRESENT | [1, 2, 3]",
        "$.list[-1] | PRESENT | 3",
        "$.list[1:] | PRESENT | 2",
        "$..c | PRESENT | ~x\ny~",
        "$.a.b[?(@.c > 1)].c | PRESENT | 1.50",
        "$.a.b[?(@.c > 9)].c | ABSENT | ~~",
        "$.list.length() | PRESENT | 3",
      })
  void jsonPaths(String path, BodyQuery.Result result, String text) {
    assertFinds(new Selector.JsonPath(path), BODY, result, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$ | 5 | PRESENT | 5",
        "$.a | ~~ | ABSENT | ~~",
        "$.a | <html> | ABSENT | ~~",
        "$.a | {\"a\" | ABSENT | ~~",
        "$.a | {\"a\": [1, 2 | ABSENT | ~~",
        "$.a | {\"a\": \"x | ABSENT | ~~",
        "$.a | not JSON | ABSENT | ~~",
        "$..a | <html> | ABSENT | ~~",
        "$..a | ~~ | ABSENT | ~~",
        "$.a | {\"a\": 1, and then nonsense | PRESENT | 1",
      })
  void malformedJson(String path, String body, BodyQuery.Result result, String text) {
    assertFinds(new Selector.JsonPath(path), body, result, text);
  }

  @Test
  void regex() {
    assertFinds(new Selector.Regex("id=(\\d+)"), "x id=42 id=43", BodyQuery.Result.PRESENT, "42");
    assertFinds(new Selector.Regex("id=\\d+"), "x id=42", BodyQuery.Result.PRESENT, "id=42");
    assertFinds(new Selector.Regex("id=(\\d*)"), "id=", BodyQuery.Result.EMPTY, "");
    assertFinds(new Selector.Regex("a|(b)"), "a", BodyQuery.Result.ABSENT, "");
    assertFinds(new Selector.Regex("id"), "x", BodyQuery.Result.ABSENT, "");
    assertFinds(new Selector.Regex("(a|b)*c"), "ab".repeat(500_000), BodyQuery.Result.ABSENT, "");
    assertFinds(new Selector.Regex("ü(.)"), "üß", BodyQuery.Result.PRESENT, "ß");
    assertFinds(new Selector.Regex("(?<=d=)\\w+$"), "id=ab", BodyQuery.Result.PRESENT, "ab");
    assertFinds(new Selector.Regex("(a)\\1(b?)"), "xaa", BodyQuery.Result.PRESENT, "a");
    assertFinds(new Selector.Regex("^$"), "", BodyQuery.Result.EMPTY, "");
  }

  /** Whether a body is matched where it lies or decoded makes no difference, wherever the ü is. */
  @Test
  void regexOnAsciiAndBeside() {
    BodyQuery query = new BodyQueries().compile(new Selector.Regex("^[^z]*z(.*)$"));
    TextBuffer found = new TextBuffer();
    for (int length = 1; length < 40; length++) {
      byte[] body = "x".repeat(length).getBytes(StandardCharsets.ISO_8859_1);
      assertEquals(BodyQuery.Result.ABSENT, query.find(body, length, found));
      body[0] = 'z';
      assertEquals(
          length == 1 ? BodyQuery.Result.EMPTY : BodyQuery.Result.PRESENT,
          query.find(body, length, found));
      assertEquals("x".repeat(length - 1), found.toString());
      for (int at = 1; at < length; at++) {
        byte[] latin = body.clone();
        latin[at] = (byte) 0xfc;
        query.find(latin, length, found);
        String decoded = new String(latin, StandardCharsets.UTF_8);
        assertEquals(decoded.substring(1), found.toString());
      }
    }
  }

  @Test
  void body() {
    assertFinds(new Selector.Body(), "all of it", BodyQuery.Result.PRESENT, "all of it");
    assertFinds(new Selector.Body(), "", BodyQuery.Result.EMPTY, "");
  }

  @Test
  void onlyTheGivenLengthCounts() {
    TextBuffer found = new TextBuffer();
    byte[] reused = "{\"a\":12}345".getBytes(StandardCharsets.UTF_8);
    BodyQuery query = new BodyQueries().compile(new Selector.JsonPath("$.a"));
    assertEquals(BodyQuery.Result.PRESENT, query.find(reused, 8, found));
    assertEquals("12", found.toString());
    BodyQuery all = new BodyQueries().compile(new Selector.Body());
    all.find(reused, 4, found);
    assertEquals("{\"a\"", found.toString());
  }

  @Test
  void onlyPathsToOnePlaceAreStreamed() {
    BodyQueries queries = new BodyQueries();
    assertInstanceOf(
        StreamingQuery.class, queries.compile(new Selector.JsonPath("$.a['b c'][0].d-e")));
    assertInstanceOf(TreeQuery.class, queries.compile(new Selector.JsonPath("$.a[*]")));
    assertInstanceOf(TreeQuery.class, queries.compile(new Selector.JsonPath("$.length()")));
    assertInstanceOf(TreeQuery.class, queries.compile(new Selector.JsonPath("$..a")));
  }

  @Test
  void mistakes() {
    BodyQueries queries = new BodyQueries();
    assertEquals(
        "'$..' is not a JSONPath: Path must not end with a '.' or '..'",
        refusal(queries, new Selector.JsonPath("$..")));
    assertEquals(
        "'(' is not a regular expression: Unclosed group",
        refusal(queries, new Selector.Regex("(")));
    assertEquals(
        "'header X' does not look into bodies", refusal(queries, new Selector.Header("X")));
  }

  private static String refusal(BodyQueries queries, Selector selector) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> queries.compile(selector)).getMessage());
  }

  private static void assertFinds(
      Selector selector, String body, BodyQuery.Result result, String text) {
    BodyQuery query = new BodyQueries().compile(selector);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    TextBuffer found = new TextBuffer();
    for (int round = 0; round < 2; round++) {
      assertEquals(result, query.find(bytes, bytes.length, found));
      assertEquals(text, found.toString());
    }
  }
}
