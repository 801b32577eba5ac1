package io.sluice.engine.http2;

/** The DATA frame that is coming (RFC 9113 section 6.1), passed on piece by piece. */
final class DataFrame {
  private int stream;
  private boolean last;
  private int left; // of the payload, padding included
  private int paddingLeft;
  private boolean paddingUnknown;
  private int unreported; // bytes of the frame's header

  /** Begins with a frame's header. */
  void begin(byte[] in, int at) {
    int flags = in[at + 4];
    stream = Frames.int31(in, at + 5);
    last = (flags & Frames.END_STREAM) != 0;
    left = Frames.int24(in, at);
    paddingLeft = 0;
    paddingUnknown = (flags & Frames.PADDED) != 0;
    unreported = Frames.HEADER_LENGTH;
  }

  int stream() {
    return stream;
  }

  boolean padded() {
    return paddingUnknown;
  }

  /** Whether some of it is still to come. */
  boolean open() {
    return left > 0;
  }

  /** A frame without a payload. */
  void empty(byte[] in, FrameSink sink) {
    sink.data(stream, last, in, 0, 0, 0, unreported);
  }

  /**
   * Passes a piece on, which is not empty. Returns where it ends, or -1 if there is more padding
   * than payload.
   */
  int piece(byte[] in, int at, int to, FrameSink sink) {
    int from = at;
    if (paddingUnknown) {
      paddingUnknown = false;
      paddingLeft = in[from++] & 0xff;
      left--;
      if (paddingLeft > left) {
        return -1;
      }
    }
    int take = Math.min(to - from, left);
    int content = Math.min(take, left - paddingLeft);
    left -= take;
    paddingLeft -= take - content;
    int counted = from - at + take;
    int wireBytes = counted + unreported;
    unreported = 0;
    sink.data(stream, last && left == 0, in, from, from + content, counted, wireBytes);
    return from + take;
  }
}
