package io.sluice.engine.netty;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Looks at bytes of a buffer where they lie. */
final class Octets {
  /** What {@link #digits} returns where there is no number. */
  static final long NO_NUMBER = -1;

  private static final int EXCERPT = 40;

  private Octets() {}

  static byte[] lower(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static long digits(ByteBuf in, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = in.getByte(i) - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - 9) / 10) {
        return NO_NUMBER;
      }
      value = value * 10 + digit;
    }
    return to > from ? value : NO_NUMBER;
  }

  static int trimmedStart(ByteBuf in, int from, int to) {
    int start = from;
    while (start < to && blank(in.getByte(start))) {
      start++;
    }
    return start;
  }

  static int trimmedEnd(ByteBuf in, int from, int to) {
    int end = to;
    while (end > from && blank(in.getByte(end - 1))) {
      end--;
    }
    return end;
  }

  static boolean blank(byte b) {
    return b == ' ' || b == '\t';
  }

  static boolean is(ByteBuf in, int start, int length, byte[] lower) {
    if (length != lower.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int b = in.getByte(start + i);
      int folded = b >= 'A' && b <= 'Z' ? b + 32 : b;
      if (folded != lower[i]) {
        return false;
      }
    }
    return true;
  }

  static String excerpt(ByteBuf in, int start, int length) {
    StringBuilder text = new StringBuilder("'");
    for (int i = 0; i < Math.min(length, EXCERPT); i++) {
      byte b = in.getByte(start + i);
      text.append(b >= ' ' && b < 127 ? (char) b : '.');
    }
    return text.append(length > EXCERPT ? "…'" : "'").toString();
  }
}
