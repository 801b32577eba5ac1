package io.sluice.scenarios.query;

import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Looks for a regular expression: its first group, or the whole match if it has none. */
final class RegexQuery implements BodyQuery {
  private final Matcher matcher;

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException with a sentence, if it is malformed
   */
  RegexQuery(String pattern) {
    try {
      matcher = Pattern.compile(pattern).matcher("");
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is not a regular expression: " + e.getDescription(), e);
    }
  }

  private boolean found() {
    try {
      return matcher.find();
    } catch (StackOverflowError e) {
      // Java's matcher recurses over repeated groups; a long body must not end the cell's thread.
      return false;
    }
  }

  @Override
  public Result find(byte[] body, int length, TextBuffer into) {
    into.clear();
    matcher.reset(new String(body, 0, length, StandardCharsets.UTF_8));
    if (!found()) {
      return Result.ABSENT;
    }
    String found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    if (found == null) {
      return Result.ABSENT;
    }
    into.append(found);
    return found.isEmpty() ? Result.EMPTY : Result.PRESENT;
  }
}
