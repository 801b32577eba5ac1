package io.sluice.scenarios.text;

import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Units;
import io.sluice.scenarios.source.Snippet;
import io.sluice.scenarios.tree.CheckLine.Demand;
import io.sluice.scenarios.tree.CheckLine.EqualTo;
import io.sluice.scenarios.tree.CheckLine.Fixed;
import java.time.Duration;

/**
 * Reads checks.
 *
 * <pre>
 *  check = "status" statuses                          200, 2xx, 200-299, or several with commas
 *        | "time" "&lt;" duration
 *        | selector "exists"                          see {@link SelectorParser}
 *        | selector "not" "empty"
 *        | selector "==" words                        see {@link WordsParser}; quotes '…' fall away
 *        | selector "contains" text
 * </pre>
 */
public final class CheckParser {
  private CheckParser() {}

  /**
   * Reads a check.
   *
   * @throws MalformedText if it is none
   */
  public static Demand parse(Snippet snippet) {
    Cursor cursor = Cursor.of(snippet);
    cursor.skipSpaces();
    try {
      if (cursor.takeWord("status")) {
        return new Fixed(new Expectation.Status(StatusSet.parse(cursor.rest().strip())));
      }
      if (cursor.takeWord("time")) {
        return time(cursor);
      }
    } catch (IllegalArgumentException e) {
      throw cursor.malformed(String.valueOf(e.getMessage()));
    }
    char first = cursor.peek();
    boolean selects =
        first == '$' || first == '/' || cursor.startsWith("body") || cursor.startsWith("header");
    if (!selects) {
      throw new MalformedText(
          snippet.at(),
          "expected a check such as 'status 200', 'time < 500ms', '$.token exists', '$.items not"
              + " empty', '$.state == done' or 'body contains text', was '%s'"
                  .formatted(snippet.text()));
    }
    return selected(SelectorParser.parse(cursor), cursor, snippet);
  }

  private static Demand time(Cursor cursor) {
    cursor.skipSpaces();
    if (!cursor.take("<") || cursor.startsWith("=")) {
      throw cursor.expected("'<' and a duration");
    }
    Duration limit = Units.duration(cursor.rest().strip());
    if (!limit.isPositive()) {
      throw cursor.malformed("a time limit must be > 0");
    }
    return new Fixed(new Expectation.FasterThan(limit));
  }

  private static Demand selected(Selector selector, Cursor cursor, Snippet snippet) {
    cursor.skipSpaces();
    int verb = cursor.offset();
    if (cursor.takeWord("exists") && cursor.rest().isBlank()) {
      return new Fixed(new Expectation.Found(selector));
    }
    if (cursor.takeWord("not")) {
      cursor.skipSpaces();
      if (cursor.takeWord("empty") && cursor.rest().isBlank()) {
        return new Fixed(new Expectation.NotEmpty(selector));
      }
    }
    if (cursor.take("==")) {
      return new EqualTo(selector, WordsParser.parse(value(cursor, snippet)));
    }
    if (cursor.takeWord("contains") && !cursor.rest().isBlank()) {
      return new Fixed(new Expectation.Contains(selector, value(cursor, snippet).text()));
    }
    cursor.back(verb);
    throw cursor.expected("'exists', 'not empty', '== text' or 'contains text'");
  }

  private static Snippet value(Cursor cursor, Snippet snippet) {
    cursor.skipSpaces();
    String text = cursor.rest().stripTrailing();
    boolean inQuotes = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
    if (inQuotes) {
      text = text.substring(1, text.length() - 1);
    }
    int offset = snippet.raw().indexOf(text, cursor.offset());
    return new Snippet(text, cursor.location(), offset < 0 ? "" : snippet.raw().substring(offset));
  }
}
