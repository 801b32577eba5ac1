package io.sluice.scenarios.query;

import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.TextBuffer;
import java.io.IOException;

/**
 * Follows a path to one place by a streaming parser that lives as long as the query. In steady
 * state nothing is allocated for a scalar value of up to 4,000 characters.
 */
final class StreamingQuery implements BodyQuery {
  private final PathWalk walk;
  private final BodyParser parser = new BodyParser();

  StreamingQuery(SimplePath path) {
    walk = new PathWalk(path);
  }

  @Override
  public Result find(byte[] body, int length, TextBuffer into) {
    into.clear();
    if (length == 0 || body[0] == '<') {
      return Result.ABSENT; // without the cost of an exception: error pages come in floods
    }
    if (WideJson.is(body, length)) {
      byte[] utf8 = WideJson.toUtf8(body, length);
      return stream(utf8, utf8.length, into);
    }
    return stream(body, length, into);
  }

  private Result stream(byte[] body, int length, TextBuffer into) {
    try {
      Result result = walk.walk(parser.begin(body, length), body, parser.origin(), into);
      parser.end();
      return result;
    } catch (IOException e) {
      into.clear();
      return Result.ABSENT;
    }
  }
}
