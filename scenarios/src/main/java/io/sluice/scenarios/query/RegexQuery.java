package io.sluice.scenarios.query;

import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Looks for a regular expression: its first group, or the whole match if it has none. A body of
 * ASCII is matched where it lies; any other is decoded first, which allocates.
 */
final class RegexQuery implements BodyQuery {
  private final Matcher matcher;
  private final int group;
  private final AsciiText ascii = new AsciiText();

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException with a sentence, if it is malformed
   */
  RegexQuery(String pattern) {
    try {
      matcher = Pattern.compile(pattern).matcher("");
      group = Math.min(1, matcher.groupCount());
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is not a regular expression: " + e.getDescription(), e);
    }
  }

  @Override
  public Result find(byte[] body, int length, TextBuffer into) {
    into.clear();
    boolean inPlace = ascii.view(body, length);
    String decoded = inPlace ? "" : new String(body, 0, length, StandardCharsets.UTF_8);
    matcher.reset(inPlace ? ascii : decoded);
    if (!found() || matcher.start(group) < 0) {
      return Result.ABSENT;
    }
    int from = matcher.start(group);
    int to = matcher.end(group);
    if (inPlace) {
      into.append(body, from, to - from);
    } else {
      into.append(decoded.substring(from, to));
    }
    return from == to ? Result.EMPTY : Result.PRESENT;
  }

  private boolean found() {
    try {
      return matcher.find();
    } catch (StackOverflowError e) {
      // Java's matcher recurses over repeated groups; a long body must not end the cell's thread.
      return false;
    }
  }
}
