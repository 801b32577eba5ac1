package io.sluice.engine.wire;

import io.sluice.model.plan.TextBuffer;

/** Writes an exchange's request; the same again where it must be sent once more. */
public interface RequestWriter {
  /** Writes it as a message of HTTP/1.1 (RFC 9112 section 3). */
  void write(Exchange exchange, TextBuffer out);

  /** Writes it as fields and a body, for HTTP/2. */
  void write(Exchange exchange, FieldSink fields);
}
