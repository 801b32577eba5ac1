package io.sluice.engine.user;

import io.sluice.model.plan.TextBuffer;

/** Whole numbers as decimal digits, without allocation. */
final class Decimal {
  private Decimal() {}

  /** Appends a number. */
  static void append(long value, TextBuffer out) {
    if (value < 0) {
      out.append((byte) '-');
      if (value == Long.MIN_VALUE) {
        out.append("9223372036854775808");
        return;
      }
      append(-value, out);
      return;
    }
    if (value >= 10) {
      append(value / 10, out);
    }
    out.append((byte) ('0' + value % 10));
  }

  /** Whether it is a number that {@link #parse} reads. */
  static boolean isNumber(byte[] text, int length) {
    int at = length > 0 && text[0] == '-' ? 1 : 0;
    if (length == at || length - at > 18) {
      return false;
    }
    for (int i = at; i < length; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** Reads a number of at most 18 digits with an optional sign; anything else is 0. */
  static long parse(byte[] text, int length) {
    if (!isNumber(text, length)) {
      return 0;
    }
    boolean negative = text[0] == '-';
    long value = 0;
    for (int i = negative ? 1 : 0; i < length; i++) {
      value = value * 10 + (text[i] - '0');
    }
    return negative ? -value : value;
  }
}
