package io.sluice.engine.fake;

import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.FieldSink;
import io.sluice.engine.wire.RequestWriter;
import io.sluice.model.plan.TextBuffer;

/** Requests whose bytes are given. */
public final class Requests {
  private Requests() {}

  /** Writes these bytes, in HTTP/1.1 only. */
  public static RequestWriter of(byte[] text) {
    return new RequestWriter() {
      @Override
      public void write(Exchange exchange, TextBuffer out) {
        out.append(text, 0, text.length);
      }

      @Override
      public void write(Exchange exchange, FieldSink fields) {
        throw new AssertionError("HTTP/1.1 is wanted");
      }
    };
  }
}
