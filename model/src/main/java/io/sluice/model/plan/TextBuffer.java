package io.sluice.model.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 bytes that grow and are reused. Not thread-safe. */
public final class TextBuffer {
  private byte[] bytes = new byte[32];
  private int length;

  /** Forgets the text, keeps the room. */
  public void clear() {
    length = 0;
  }

  /** Adds one byte. */
  public void append(byte b) {
    ensure(1);
    bytes[length++] = b;
  }

  /** Adds bytes. */
  public void append(byte[] source, int from, int count) {
    ensure(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  /** Adds a text. Allocates. */
  public void append(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    append(encoded, 0, encoded.length);
  }

  private void ensure(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /** The bytes; only the first {@link #length()} count. Valid until the next change. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /** The text. Allocates. */
  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
