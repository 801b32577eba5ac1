package io.sluice.k6.script.api;

import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Value;

/** Takes bytes over from a script. */
final class Bytes {
  private Bytes() {}

  /** The bytes of a text in UTF-8, or of an array buffer. */
  static byte[] of(Value value) {
    if (!value.hasBufferElements()) {
      return value.asString().getBytes(StandardCharsets.UTF_8);
    }
    var bytes = new byte[(int) value.getBufferSize()];
    value.readBuffer(0, bytes, 0, bytes.length);
    return bytes;
  }
}
