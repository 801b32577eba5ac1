package io.sluice.engine.user;

import io.sluice.engine.wire.ByteSink;
import io.sluice.model.plan.TextBuffer;

/** A sink that fills a buffer. */
final class TextSink implements ByteSink {
  private final TextBuffer text = new TextBuffer();

  @Override
  public void put(byte b) {
    text.append(b);
  }

  @Override
  public void put(byte[] source, int from, int length) {
    text.append(source, from, length);
  }

  TextBuffer text() {
    return text;
  }
}
