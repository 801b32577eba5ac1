package io.sluice.engine.user;

import io.sluice.model.plan.TextBuffer;

/** Writes bits as hexadecimal digits in lower case. */
final class Hex {
  private static final String DIGITS = "0123456789abcdef";

  private Hex() {}

  /** Writes the bits below {@code from} down to {@code to}, both multiples of 4. */
  static void append(long bits, int from, int to, TextBuffer out) {
    for (int shift = from - 4; shift >= to; shift -= 4) {
      out.append((byte) DIGITS.charAt((int) (bits >>> shift) & 15));
    }
  }

  /** Writes all 64 bits. */
  static void append(long bits, TextBuffer out) {
    append(bits, 64, 0, out);
  }
}
