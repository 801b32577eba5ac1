package io.sluice.engine.wire;

import java.util.Arrays;

/** Bytes of a response's body; grows, and is reused. */
public final class Body {
  private byte[] bytes = new byte[4096];
  private int length;

  /** Makes room for more bytes and counts them; the caller fills them in. Returns where they go. */
  public int extend(int count) {
    int at = length;
    if (count > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
    length += count;
    return at;
  }

  /** Adds bytes. */
  public void append(byte[] source, int from, int count) {
    int at = extend(count);
    System.arraycopy(source, from, bytes, at, count);
  }

  /** The array; only the first {@link #length()} bytes count. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /** Forgets the bytes. Returns false if it has grown so large that it should be let go. */
  boolean recycle() {
    length = 0;
    return bytes.length <= 256 * 1024;
  }
}
