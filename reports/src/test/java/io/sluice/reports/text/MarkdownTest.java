package io.sluice.reports.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a parser of CommonMark with tables makes of text from outside. */
class MarkdownTest {
  private static final Set<String> HARMLESS =
      Set.of("Document", "Paragraph", "TableBlock", "TableHead", "TableBody", "TableRow");

  static Stream<String> hostile() {
    return Stream.of(
        "plain words, error_rate < 5% & more",
        "a | b",
        "a \\| b",
        "\\",
        "at the end \\",
        "`x`",
        "``` fence",
        "one ` only",
        "*b* **c** _d_ __e__ ~f~ ~~g~~",
        "[link](https://evil.example) ![image](x.png) [ref]: x",
        "<script>alert(1)</script>",
        "<!-- comment --> <b>bold</b> <a href=x>y</a>",
        "&lt; &amp; &#64; &copy AT&T",
        "@everyone, mail@example.org",
        "#1, see #2",
        "1. first",
        "2) second",
        "- item",
        "+ item",
        "===",
        "> quote",
        "# head",
        "a\nb\r\nc\td",
        "| --- | --- |",
        "\u202Egnp.exe \u200Bhidden \u2066isolated",
        "$x^2$ and $$y$$",
        "http://evil.example and www.evil.example",
        ":tada: : colon",
        "   padded   ",
        "thumbs \uD83D\uDC4D up, lone \uD800",
        "\u001b[31mred");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void textIsReadAsItIs(String text) {
    String expected = Printable.line(text).strip();

    ShownMarkdown paragraph = ShownMarkdown.of(Markdown.text(text) + "\n");
    ShownMarkdown table = ShownMarkdown.of(table(Markdown.text(text)));

    assertAll(
        () -> assertEquals(expected, paragraph.text()),
        () -> assertEquals(List.of(expected, "end"), table.rows().getLast()),
        () -> assertEquals(List.of(), paragraph.html()),
        () -> assertHarmless(paragraph),
        () -> assertHarmless(table));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void codeIsReadAsItIs(String text) {
    String expected = Printable.line(text).strip();

    ShownMarkdown paragraph = ShownMarkdown.of("in " + Markdown.code(text) + " out\n");
    ShownMarkdown table = ShownMarkdown.of(table(Markdown.code(text)));

    assertAll(
        () -> assertEquals("in " + expected + " out", paragraph.text()),
        () -> assertEquals(List.of(expected, "end"), table.rows().getLast()),
        () -> assertTrue(Set.of("<code>", "</code>").containsAll(paragraph.html())),
        () -> assertHarmless(paragraph),
        () -> assertHarmless(table));
  }

  /** GitHub looks for these in the rendered text, where no escape is left. */
  @ParameterizedTest
  @CsvSource({
    "@octocat, @octocat",
    "fixes #12, #12",
    "https://evil.example, ://",
    "www.evil.example, www."
  })
  void nothingIsMentionedOrLinked(String text, String trigger) {
    assertFalse(Markdown.text(text).contains(trigger), Markdown.text(text));
  }

  @ParameterizedTest
  @CsvSource({
    "error_rate < 5%, error_rate \\< 5%",
    "p95 of checkout is 412ms., p95 of checkout is 412ms.",
    "it was 5 @ noon, it was 5 @ noon"
  })
  void plainWordsStayReadable(String text, String expected) {
    assertEquals(expected, Markdown.text(text));
  }

  private static String table(String cell) {
    return "| a | b |\n| --- | --- |\n| " + cell + " | end |\n";
  }

  private static void assertHarmless(ShownMarkdown shown) {
    assertEquals(
        List.of(),
        shown.kinds().stream()
            .filter(kind -> !HARMLESS.contains(kind) && !kind.equals("TableCell"))
            .toList());
  }
}
