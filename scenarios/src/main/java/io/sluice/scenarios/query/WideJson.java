package io.sluice.scenarios.query;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * JSON in UTF-16 or UTF-32. RFC 8259 no longer allows it between systems, RFC 4627 did; section 3
 * of the latter tells the encodings apart by where the first characters, which are ASCII, have zero
 * bytes.
 */
final class WideJson {
  private WideJson() {}

  /** Whether a body is of this kind; JSON in UTF-8 has no zero bytes, and never 0xfe or 0xff. */
  static boolean is(byte[] body, int length) {
    return length > 1
        && (body[0] == 0 || body[1] == 0 || body[0] == (byte) 0xfe || body[0] == (byte) 0xff);
  }

  /** Encodes such a body in UTF-8. A byte order mark stays one. */
  static byte[] toUtf8(byte[] body, int length) {
    return new String(body, 0, length, encoding(body, length)).getBytes(StandardCharsets.UTF_8);
  }

  private static Charset encoding(byte[] body, int length) {
    if (body[0] == 0 && body[1] == 0) {
      return StandardCharsets.UTF_32BE;
    }
    if (body[0] == 0 || body[0] == (byte) 0xfe) {
      return StandardCharsets.UTF_16BE;
    }
    return length > 3 && body[2] == 0 && body[3] == 0
        ? StandardCharsets.UTF_32LE
        : StandardCharsets.UTF_16LE;
  }
}
