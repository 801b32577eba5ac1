package io.sluice.engine.wire;

/** Where a request is written to as fields and a body: for HTTP/2 (RFC 9113 section 8.3.1). */
public interface FieldSink {
  /**
   * Writes a field: first the pseudo-fields {@code :method}, {@code :scheme}, {@code :authority}
   * and {@code :path}, then headers in order.
   *
   * @param name in lower case; the same array each time for the same field of the same request
   * @param constant whether the value is the same for every user, so that it is worth remembering
   */
  void field(byte[] name, byte[] value, int length, boolean constant);

  /** Writes the body, last, where there is one. The array is used again as soon as this returns. */
  void body(byte[] bytes, int length);
}
