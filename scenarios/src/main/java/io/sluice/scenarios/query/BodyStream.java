package io.sluice.scenarios.query;

import java.io.InputStream;

/**
 * Bodies one after another, as the input of one parser that never ends: before a body's end is
 * told, a space follows it, because a number at the end of a document ends where something else
 * begins. One thread.
 */
final class BodyStream extends InputStream {
  private static final byte[] NOTHING = new byte[0];
  private final byte[] one = new byte[1];
  private byte[] body = NOTHING;
  private int at;
  private int end;
  private boolean separated = true;
  private boolean exhausted;
  private long delivered;

  /** Goes on with a body, and drops what was not read of the one before. */
  void begin(byte[] source, int from, int to) {
    body = source;
    at = from;
    end = to;
    separated = false;
  }

  /** Goes on with one byte, which no space follows; drops the rest likewise. */
  void put(byte b) {
    one[0] = b;
    body = one;
    at = 0;
    end = 1;
    separated = true;
  }

  /** How many bytes have been read in all. */
  long delivered() {
    return delivered;
  }

  /** Whether more was asked for than there was: a parser takes that for the end for ever. */
  boolean exhausted() {
    return exhausted;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int count = Math.min(length, end - at);
    System.arraycopy(body, at, target, offset, count);
    at += count;
    if (count < length && !separated) {
      target[offset + count++] = ' ';
      separated = true;
    }
    if (count == 0) {
      exhausted = true;
      return -1;
    }
    delivered += count;
    return count;
  }

  @Override
  public int read() {
    byte[] next = new byte[1];
    return read(next, 0, 1) < 0 ? -1 : next[0] & 0xff;
  }
}
