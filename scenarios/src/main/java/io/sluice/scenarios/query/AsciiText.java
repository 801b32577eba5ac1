package io.sluice.scenarios.query;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** ASCII bytes seen as characters where they lie; the view is moved from body to body. */
final class AsciiText implements CharSequence {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final byte[] NOTHING = new byte[0];
  private byte[] bytes = NOTHING;
  private int length;

  /** Moves to a body, if it is nothing but ASCII; if it is not, the view is empty. */
  boolean view(byte[] body, int count) {
    boolean ascii = isAscii(body, count);
    bytes = ascii ? body : NOTHING;
    length = ascii ? count : 0;
    return ascii;
  }

  private static boolean isAscii(byte[] body, int count) {
    int i = 0;
    long eights = 0;
    for (; i <= count - Long.BYTES; i += Long.BYTES) {
      eights |= (long) LONGS.get(body, i);
    }
    int ones = 0;
    for (; i < count; i++) {
      ones |= body[i];
    }
    return (eights & HIGH_BITS) == 0 && ones >= 0;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return (char) bytes[Objects.checkIndex(index, length)];
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    Objects.checkFromToIndex(from, to, length);
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
