package io.sluice.engine.fake;

import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Selectors that need no library: the body, and regular expressions. */
public final class FakeQueries implements BodyQuery.Compiler {
  @Override
  public BodyQuery compile(Selector selector) {
    return switch (selector) {
      case Selector.Body() -> FakeQueries::whole;
      case Selector.Regex(String pattern) -> regex(Pattern.compile(pattern));
      case Selector.JsonPath _, Selector.Header _ ->
          throw new IllegalArgumentException("not in these tests: " + selector);
    };
  }

  private static BodyQuery.Result whole(byte[] body, int length, TextBuffer into) {
    into.clear();
    into.append(body, 0, length);
    return length == 0 ? BodyQuery.Result.ABSENT : BodyQuery.Result.PRESENT;
  }

  private static BodyQuery regex(Pattern pattern) {
    return (body, length, into) -> {
      into.clear();
      Matcher matcher = pattern.matcher(new String(body, 0, length, StandardCharsets.UTF_8));
      if (!matcher.find()) {
        return BodyQuery.Result.ABSENT;
      }
      into.append(matcher.group(matcher.groupCount() > 0 ? 1 : 0));
      return into.length() == 0 ? BodyQuery.Result.EMPTY : BodyQuery.Result.PRESENT;
    };
  }
}
