package io.sluice.scenarios.text;

import io.sluice.model.plan.Nearest;
import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Snippet;
import io.sluice.scenarios.tree.Expression;
import io.sluice.scenarios.tree.Expression.Operator;
import java.util.List;

/**
 * Reads expressions: what stands in <code>${…}</code>, after a variable of {@code set} and after
 * {@code repeat}.
 *
 * <pre>
 *  expression = term { ( "+" | "-" ) term }
 *  term       = factor { "*" factor }
 *  factor     = [ "-" ] number | text | call | name [ "." column ] | "(" expression ")"
 *  call       = "random" "(" expression "," expression ")"
 *             | "pick" "(" name ")"
 *             | "uuid" "(" ")"
 *  number     = digit { digit }                       whole, at most 18 digits
 *  text       = "'" { any character but "'" | "''" } "'"
 *  name       = ( letter | "_" ) { letter | digit | "_" }
 *  column     = name
 * </pre>
 *
 * <p>The names {@code user_number} and {@code iteration} are numbers that count from 1.
 */
public final class ExpressionParser {
  static final List<String> FUNCTIONS = List.of("random", "pick", "uuid");
  private static final int DEEPEST = 32;
  private static final int MOST_OPERATORS = 100;

  private final Cursor cursor;
  private int depth;
  private int operators;

  ExpressionParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Reads a text that is an expression and nothing else.
   *
   * @throws MalformedText if it is none
   */
  public static Expression parse(Snippet snippet) {
    Cursor cursor = Cursor.of(snippet);
    return new ExpressionParser(cursor).toTheEnd();
  }

  Expression toTheEnd() {
    Expression expression = expression();
    cursor.skipSpaces();
    if (!cursor.atEnd()) {
      throw cursor.expected("+, - or * or the end");
    }
    return expression;
  }

  Expression expression() {
    Expression left = term();
    while (true) {
      cursor.skipSpaces();
      Location at = cursor.location();
      if (cursor.take("+")) {
        left = arithmetic(Operator.PLUS, left, term(), at);
      } else if (cursor.take("-")) {
        left = arithmetic(Operator.MINUS, left, term(), at);
      } else {
        return left;
      }
    }
  }

  private Expression term() {
    Expression left = factor();
    while (true) {
      cursor.skipSpaces();
      Location at = cursor.location();
      if (!cursor.take("*")) {
        return left;
      }
      left = arithmetic(Operator.TIMES, left, factor(), at);
    }
  }

  private Expression arithmetic(Operator operator, Expression left, Expression right, Location at) {
    if (++operators > MOST_OPERATORS) {
      throw cursor.malformed("an expression must have at most " + MOST_OPERATORS + " operators");
    }
    return new Expression.Arithmetic(operator, left, right, at);
  }

  private Expression factor() {
    cursor.skipSpaces();
    Location at = cursor.location();
    if (cursor.take("(")) {
      if (++depth > DEEPEST) {
        throw cursor.malformed("parentheses must not be nested deeper than " + DEEPEST);
      }
      Expression inner = expression();
      depth--;
      require(")");
      return inner;
    }
    if (cursor.peek() == '\'') {
      return new Expression.Quoted(quoted(cursor), at);
    }
    boolean negative = cursor.take("-");
    String digits = cursor.digits();
    if (!digits.isEmpty()) {
      if (digits.length() > 18) {
        throw cursor.malformed("a number must have at most 18 digits, was " + digits);
      }
      return new Expression.Whole(Long.parseLong(digits) * (negative ? -1 : 1), at);
    }
    String name = cursor.name();
    if (negative || name.isEmpty()) {
      throw cursor.expected("a value such as 3, 'text', a name or random(1, 5)");
    }
    return named(name, at);
  }

  private Expression named(String name, Location at) {
    if (cursor.take(".")) {
      String column = cursor.name();
      if (column.isEmpty()) {
        throw cursor.expected("the name of a column");
      }
      return new Expression.Column(name, column, at);
    }
    int afterName = cursor.offset();
    cursor.skipSpaces();
    if (!cursor.take("(")) {
      cursor.back(afterName);
      return new Expression.Name(name, at);
    }
    return switch (name) {
      case "random" -> random(at);
      case "pick" -> pick(at);
      case "uuid" -> {
        require(")");
        yield new Expression.Uuid(at);
      }
      default ->
          throw new MalformedText(
              at,
              "there is no function '%s', only random(a, b), pick(data) and uuid()%s"
                  .formatted(name, Nearest.hint(name, FUNCTIONS)));
    };
  }

  private Expression random(Location at) {
    if (++depth > DEEPEST) {
      throw cursor.malformed("calls must not be nested deeper than " + DEEPEST);
    }
    Expression from = expression();
    require(",");
    Expression to = expression();
    require(")");
    depth--;
    return new Expression.Random(from, to, at);
  }

  private Expression pick(Location at) {
    cursor.skipSpaces();
    String source = cursor.name();
    if (source.isEmpty()) {
      throw cursor.expected("the name of a table or list of the scenario's data");
    }
    require(")");
    return new Expression.Pick(source, at);
  }

  private void require(String text) {
    cursor.skipSpaces();
    if (!cursor.take(text)) {
      throw cursor.expected("'" + text + "'");
    }
  }

  /** A text in single quotes, which stands at the cursor; two quotes are one. */
  static String quoted(Cursor cursor) {
    StringBuilder text = new StringBuilder();
    cursor.take("'");
    while (!cursor.atEnd()) {
      if (cursor.take("''")) {
        text.append('\'');
      } else if (cursor.take("'")) {
        return text.toString();
      } else {
        text.append(cursor.peek());
        cursor.next();
      }
    }
    throw cursor.expected("a closing '");
  }
}
