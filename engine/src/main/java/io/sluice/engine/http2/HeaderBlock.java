package io.sluice.engine.http2;

import java.util.Arrays;

/** A header block that comes in several frames (RFC 9113 section 4.3), bounded. */
final class HeaderBlock {
  private final int limit;
  private byte[] bytes = new byte[0];
  private int length;
  private int wireBytes;
  private int stream;
  private boolean open;
  private boolean last;

  HeaderBlock(int limit) {
    this.limit = limit;
  }

  void begin(int onStream, boolean endsStream) {
    stream = onStream;
    last = endsStream;
    length = 0;
    wireBytes = 0;
    open = true;
  }

  /** Returns false if it grows too long; frames without content count by their headers. */
  boolean append(byte[] in, int from, int to, int frameBytes) {
    wireBytes += frameBytes;
    if (wireBytes > limit + Frames.MAX_PAYLOAD || length + to - from > limit) {
      return false;
    }
    if (bytes.length < length + to - from) {
      bytes = Arrays.copyOf(bytes, Math.min(limit, 2 * (length + to - from)));
    }
    System.arraycopy(in, from, bytes, length, to - from);
    length += to - from;
    return true;
  }

  void close() {
    open = false;
  }

  boolean open() {
    return open;
  }

  boolean last() {
    return last;
  }

  int stream() {
    return stream;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  int wireBytes() {
    return wireBytes;
  }

  int limit() {
    return limit;
  }
}
