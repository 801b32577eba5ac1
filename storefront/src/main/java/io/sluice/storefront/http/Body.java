package io.sluice.storefront.http;

import io.netty.util.AsciiString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, never written to. Any event loop may use it. A body that is sent again
 * and again keeps what it was compressed to.
 */
final class Body {
  private final byte[] bytes;
  private final AsciiString length;
  private final @Nullable Map<ContentCoding, Body> kept;

  private Body(byte[] bytes, @Nullable Map<ContentCoding, Body> kept) {
    this.bytes = bytes;
    this.length = AsciiString.of(Integer.toString(bytes.length));
    this.kept = kept;
  }

  /** A body that is sent once. */
  static Body once(byte[] bytes) {
    return new Body(bytes, null);
  }

  /** A body that is sent often. */
  static Body lasting(byte[] bytes) {
    return new Body(bytes, new ConcurrentHashMap<>());
  }

  Body in(ContentCoding coding) {
    if (kept == null) {
      return once(coding.encode(bytes));
    }
    return kept.computeIfAbsent(coding, c -> once(c.encode(bytes)));
  }

  byte[] bytes() {
    return bytes;
  }

  /** The number of bytes, as a header's value. */
  AsciiString length() {
    return length;
  }
}
