package io.sluice.engine.user;

import io.sluice.model.plan.TextBuffer;

/** A compiled expression that is read as text. */
@FunctionalInterface
interface TextValue {
  void append(VirtualUser user, TextBuffer out);
}
