package io.sluice.scenarios.text;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import io.sluice.model.plan.Selector;
import io.sluice.scenarios.source.Snippet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads what an extraction or a check looks at.
 *
 * <pre>
 *  selector = "$" …                                   a JSONPath (RFC 9535), up to a blank outside
 *                                                     of its brackets and quotes
 *           | "/" pattern "/"                         a regular expression on the body
 *           | "header" name
 *           | "body"
 * </pre>
 */
public final class SelectorParser {
  private SelectorParser() {}

  /**
   * Reads a text that is a selector and nothing else.
   *
   * @throws MalformedText if it is none
   */
  public static Selector parse(Snippet snippet) {
    Cursor cursor = Cursor.of(snippet);
    Selector selector = parse(cursor);
    cursor.skipSpaces();
    if (!cursor.atEnd()) {
      throw cursor.expected("the end of the selector");
    }
    return selector;
  }

  static Selector parse(Cursor cursor) {
    cursor.skipSpaces();
    if (cursor.peek() == '$') {
      return jsonPath(cursor);
    }
    if (cursor.peek() == '/') {
      return regex(cursor);
    }
    if (cursor.takeWord("body")) {
      return new Selector.Body();
    }
    if (cursor.takeWord("header")) {
      cursor.skipSpaces();
      String name = upToBlank(cursor);
      if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
        throw cursor.malformed("expected the name of a header, was '" + name + "'");
      }
      return new Selector.Header(name);
    }
    throw cursor.expected("a selector such as $.token, header Location, /id=(\\d+)/ or body");
  }

  private static Selector jsonPath(Cursor cursor) {
    int start = cursor.offset();
    String path = upToBlank(cursor);
    if (!isBalanced(path)) {
      cursor.back(start);
      throw new MalformedText(
          cursor.location(), "'%s' is not a JSONPath: its brackets do not match".formatted(path));
    }
    try {
      JsonPath.compile(path);
    } catch (InvalidPathException e) {
      cursor.back(start);
      throw new MalformedText(
          cursor.location(), "'%s' is not a JSONPath: %s".formatted(path, sentence(e)));
    }
    return new Selector.JsonPath(path);
  }

  private static String sentence(InvalidPathException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("malformed");
    return message.strip().replaceFirst("\\.$", "");
  }

  /** Whether every bracket outside of quotes has its partner; the library overlooks some. */
  private static boolean isBalanced(String path) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '[' || c == '(') {
        depth++;
      } else if (c == ']' || c == ')') {
        depth--;
      }
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  private static String upToBlank(Cursor cursor) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    char quote = 0;
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = depth > 0 ? c : 0;
      } else if (c == '[' || c == '(') {
        depth++;
      } else if (c == ']' || c == ')') {
        depth--;
      } else if (depth <= 0 && Character.isWhitespace(c)) {
        break;
      }
      text.append(c);
      cursor.next();
    }
    return text.toString();
  }

  private static Selector regex(Cursor cursor) {
    int start = cursor.offset();
    cursor.next();
    StringBuilder pattern = new StringBuilder();
    while (!cursor.take("/")) {
      if (cursor.atEnd()) {
        throw cursor.expected("a closing '/'");
      }
      if (cursor.take("\\/")) {
        pattern.append('/');
      } else {
        pattern.append(cursor.peek());
        boolean escape = cursor.peek() == '\\';
        cursor.next();
        if (escape && !cursor.atEnd()) {
          pattern.append(cursor.peek());
          cursor.next();
        }
      }
    }
    try {
      return new Selector.Regex(Pattern.compile(pattern.toString()).pattern());
    } catch (PatternSyntaxException e) {
      cursor.back(start);
      throw new MalformedText(
          cursor.location(),
          "'%s' is not a regular expression: %s".formatted(pattern, e.getDescription()));
    }
  }
}
