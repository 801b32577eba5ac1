package io.sluice.scenarios.text;

import io.sluice.model.plan.Comparison;
import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Snippet;
import io.sluice.scenarios.tree.Expression;
import io.sluice.scenarios.tree.Question;

/**
 * Reads the condition of an {@code if}.
 *
 * <pre>
 *  condition  = "not" condition
 *             | "ok" | "failed"                       the last request was, or did
 *             | name "is" [ "not" ] "set"
 *             | expression comparison expression      see {@link ExpressionParser}
 *  comparison = "==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;="
 * </pre>
 */
public final class QuestionParser {
  private final Cursor cursor;

  private QuestionParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Reads a text that is a condition and nothing else.
   *
   * @throws MalformedText if it is none
   */
  public static Question parse(Snippet snippet) {
    Cursor cursor = Cursor.of(snippet);
    Question question = new QuestionParser(cursor).question();
    cursor.skipSpaces();
    if (!cursor.atEnd()) {
      throw cursor.expected("the end of the condition");
    }
    return question;
  }

  private Question question() {
    boolean opposite = false;
    cursor.skipSpaces();
    while (cursor.takeWord("not")) {
      opposite = !opposite;
      cursor.skipSpaces();
    }
    Question plain = plain();
    return opposite ? new Question.Not(plain) : plain;
  }

  private Question plain() {
    if (cursor.takeWord("failed")) {
      return new Question.LastFailed();
    }
    if (cursor.takeWord("ok")) {
      return new Question.Not(new Question.LastFailed());
    }
    Location at = cursor.location();
    Expression left = new ExpressionParser(cursor).expression();
    cursor.skipSpaces();
    if (left instanceof Expression.Name name && cursor.takeWord("is")) {
      cursor.skipSpaces();
      boolean opposite = cursor.takeWord("not");
      cursor.skipSpaces();
      if (!cursor.takeWord("set")) {
        throw cursor.expected("'set'");
      }
      Question set = new Question.IsSet(name.name(), at);
      return opposite ? new Question.Not(set) : set;
    }
    return new Question.Compare(left, comparison(), new ExpressionParser(cursor).expression());
  }

  private Comparison comparison() {
    for (String symbol : new String[] {"==", "!=", "<=", ">=", "<", ">"}) {
      if (cursor.take(symbol)) {
        return Comparison.of(symbol);
      }
    }
    throw cursor.expected("'is set' or one of ==, !=, <, <=, >, >=");
  }
}
