package io.sluice.engine.netty;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Looks at bytes where they lie. */
final class Octets {
  /** What {@link #digits} returns where there is no number. */
  static final long NO_NUMBER = -1;

  private static final int EXCERPT = 40;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long NEW_LINES = LOW_BITS * '\n';
  private static final long COLONS = LOW_BITS * ':';

  private Octets() {}

  static byte[] lower(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Where the line ends, or -1. */
  static int newLine(byte[] in, int from, int to) {
    return find(in, from, to, NEW_LINES);
  }

  /** Where the next colon is, or -1. */
  static int colon(byte[] in, int from, int to) {
    return find(in, from, to, COLONS);
  }

  /**
   * Looks for a byte, eight at a time: a byte of {@code x} is 0 where it was found, and {@code (x -
   * 0x01..) & ~x & 0x80..} marks the first such byte (Mycroft's test; Warren: Hacker's Delight,
   * section 6-1).
   */
  private static int find(byte[] in, int from, int to, long eightTimes) {
    int at = from;
    for (; at <= to - 8; at += 8) {
      long x = (long) EIGHT.get(in, at) ^ eightTimes;
      long found = (x - LOW_BITS) & ~x & HIGH_BITS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    byte wanted = (byte) eightTimes;
    for (; at < to; at++) {
      if (in[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  static long digits(byte[] in, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = in[i] - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - 9) / 10) {
        return NO_NUMBER;
      }
      value = value * 10 + digit;
    }
    return to > from ? value : NO_NUMBER;
  }

  static int trimmedStart(byte[] in, int from, int to) {
    int start = from;
    while (start < to && blank(in[start])) {
      start++;
    }
    return start;
  }

  static int trimmedEnd(byte[] in, int from, int to) {
    int end = to;
    while (end > from && blank(in[end - 1])) {
      end--;
    }
    return end;
  }

  static boolean blank(byte b) {
    return b == ' ' || b == '\t';
  }

  static boolean is(byte[] in, int start, int length, byte[] lower) {
    if (length != lower.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int b = in[start + i];
      int folded = b >= 'A' && b <= 'Z' ? b + 32 : b;
      if (folded != lower[i]) {
        return false;
      }
    }
    return true;
  }

  static String excerpt(byte[] in, int start, int length) {
    StringBuilder text = new StringBuilder("'");
    for (int i = 0; i < Math.min(length, EXCERPT); i++) {
      byte b = in[start + i];
      text.append(b >= ' ' && b < 127 ? (char) b : '.');
    }
    return text.append(length > EXCERPT ? "…'" : "'").toString();
  }
}
