package io.sluice.engine.http2;

/** What the server asks for (RFC 9113 section 6.5.2). */
public final class PeerSettings {
  /** What both windows begin with. */
  public static final int DEFAULT_WINDOW = 65_535;

  /** How many streams are opened before the server has said how many it allows. */
  public static final int STREAMS_BEFORE_SETTINGS = 100;

  static final int HEADER_TABLE_SIZE = 1;
  static final int ENABLE_PUSH = 2;
  static final int MAX_CONCURRENT_STREAMS = 3;
  static final int INITIAL_WINDOW_SIZE = 4;
  static final int MAX_FRAME_SIZE = 5;
  static final int MAX_HEADER_LIST_SIZE = 6;

  private int headerTableSize = 4096;
  private int maxStreams = STREAMS_BEFORE_SETTINGS;
  private int initialWindow = DEFAULT_WINDOW;
  private int maxFrame = Frames.MAX_PAYLOAD;
  private boolean known;
  private String problem = "";

  /**
   * Takes the parameters of a frame. Returns NO_ERROR, or what is wrong with them; then see {@link
   * #problem()}.
   */
  public ErrorCode apply(byte[] bytes, int from, int to) {
    if (!known) {
      known = true;
      maxStreams = Integer.MAX_VALUE;
    }
    for (int at = from; at + 6 <= to; at += 6) {
      int parameter = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
      ErrorCode error = apply(parameter, Frames.int32(bytes, at + 2) & 0xffff_ffffL);
      if (error != ErrorCode.NO_ERROR) {
        return error;
      }
    }
    return ErrorCode.NO_ERROR;
  }

  private ErrorCode apply(int parameter, long value) {
    int atMost = (int) Math.min(Integer.MAX_VALUE, value);
    switch (parameter) {
      case HEADER_TABLE_SIZE -> headerTableSize = atMost;
      case ENABLE_PUSH -> {
        if (value != 0) {
          return wrong(ErrorCode.PROTOCOL_ERROR, "ENABLE_PUSH must be 0, was " + value);
        }
      }
      case MAX_CONCURRENT_STREAMS -> maxStreams = atMost;
      case INITIAL_WINDOW_SIZE -> {
        if (value > Integer.MAX_VALUE) {
          return wrong(
              ErrorCode.FLOW_CONTROL_ERROR,
              "INITIAL_WINDOW_SIZE must be at most 2147483647, was " + value);
        }
        initialWindow = atMost;
      }
      case MAX_FRAME_SIZE -> {
        if (value < Frames.MAX_PAYLOAD || value > 0xff_ffff) {
          return wrong(
              ErrorCode.PROTOCOL_ERROR, "MAX_FRAME_SIZE must be 16384 to 16777215, was " + value);
        }
        maxFrame = atMost;
      }
      default -> {} // MAX_HEADER_LIST_SIZE is advice; unknown ones are ignored
    }
    return ErrorCode.NO_ERROR;
  }

  private ErrorCode wrong(ErrorCode code, String why) {
    problem = why;
    return code;
  }

  /** What is wrong, in a few words. */
  public String problem() {
    return problem;
  }

  /** Most bytes of the dynamic table that requests are compressed with. */
  public int headerTableSize() {
    return headerTableSize;
  }

  /** Most streams at a time. */
  public int maxStreams() {
    return maxStreams;
  }

  /** The window that a stream begins with, in bytes. */
  public int initialWindow() {
    return initialWindow;
  }

  /** The largest payload of a frame, in bytes. */
  public int maxFrame() {
    return maxFrame;
  }
}
