package io.sluice.engine.http2;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Fields and parts of them as RFC 7541 section 6 writes them. Seldom called: allocates. */
final class Literals {
  private static final int INDEXED = 0x80;
  private static final int WITH_INDEXING = 0x40;
  private static final int NEVER_INDEXED = 0x10;
  private static final byte[] AUTHORIZATION = "authorization".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COOKIE = "cookie".getBytes(StandardCharsets.US_ASCII);

  private Literals() {}

  /** A field of the static table. */
  static byte[] indexed(int index) {
    return new byte[] {(byte) (INDEXED | index)};
  }

  /** What stands before the value of a field that is not indexed; never, if it is a secret. */
  static byte[] prefix(byte[] name) {
    boolean secret = Arrays.equals(name, AUTHORIZATION) || Arrays.equals(name, COOKIE);
    FrameWriter out = new FrameWriter();
    name(name, 0x0f, secret ? NEVER_INDEXED : 0, out);
    return Arrays.copyOf(out.bytes, out.length);
  }

  /** A field that is not indexed. */
  static byte[] field(byte[] name, byte[] value) {
    FrameWriter out = new FrameWriter();
    name(name, 0x0f, 0, out);
    string(value, out);
    return Arrays.copyOf(out.bytes, out.length);
  }

  /** A field that becomes an entry of the dynamic table. */
  static void insertion(byte[] name, byte[] value, FrameWriter out) {
    name(name, 0x3f, WITH_INDEXING, out);
    string(value, out);
  }

  private static void name(byte[] name, int mask, int pattern, FrameWriter out) {
    int index = StaticTable.find(name);
    integer(index, mask, pattern, out);
    if (index == 0) {
      string(name, out);
    }
  }

  /** Huffman-coded where that is shorter. */
  private static void string(byte[] text, FrameWriter out) {
    int coded = Huffman.encodedLength(text, 0, text.length);
    if (coded < text.length) {
      integer(coded, 0x7f, 0x80, out);
      out.room(coded);
      out.length = Huffman.encode(text, 0, text.length, out.bytes, out.length);
    } else {
      integer(text.length, 0x7f, 0, out);
      out.room(text.length);
      System.arraycopy(text, 0, out.bytes, out.length, text.length);
      out.length += text.length;
    }
  }

  /** An integer (RFC 7541 section 5.1) whose prefix has the bits of {@code mask}. */
  static void integer(int value, int mask, int pattern, FrameWriter out) {
    out.room(6);
    if (value < mask) {
      out.bytes[out.length++] = (byte) (pattern | value);
      return;
    }
    out.bytes[out.length++] = (byte) (pattern | mask);
    int rest = value - mask;
    while (rest > 0x7f) {
      out.bytes[out.length++] = (byte) (0x80 | rest);
      rest >>>= 7;
    }
    out.bytes[out.length++] = (byte) rest;
  }
}
