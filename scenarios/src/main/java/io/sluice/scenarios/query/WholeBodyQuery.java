package io.sluice.scenarios.query;

import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.TextBuffer;

/** Takes the whole body. */
final class WholeBodyQuery implements BodyQuery {
  @Override
  public Result find(byte[] body, int length, TextBuffer into) {
    into.clear();
    into.append(body, 0, length);
    return length == 0 ? Result.EMPTY : Result.PRESENT;
  }
}
