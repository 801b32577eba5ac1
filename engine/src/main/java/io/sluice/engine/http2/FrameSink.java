package io.sluice.engine.http2;

/** Is told what frames say, in order. Arrays are used again as soon as a call returns. */
public interface FrameSink {
  /**
   * A complete header block.
   *
   * @param last whether the stream ends with it
   * @param wireBytes how long its frames are, headers and padding included
   */
  void headers(int stream, boolean last, byte[] block, int from, int to, int wireBytes);

  /**
   * A piece of a body, perhaps empty.
   *
   * @param last whether the stream ends with it
   * @param counted how many bytes count against the windows, padding included
   * @param wireBytes how long the piece is on the wire, the frame's header included
   */
  void data(int stream, boolean last, byte[] bytes, int from, int to, int counted, int wireBytes);

  /** RST_STREAM with the number of an {@link ErrorCode}. */
  void reset(int stream, int code);

  /** The parameters of a SETTINGS frame, six bytes each; never an acknowledgement. */
  void settings(byte[] bytes, int from, int to);

  /** The eight bytes of a PING; never an acknowledgement. */
  void ping(byte[] bytes, int from);

  /** GOAWAY: streams above {@code lastStream} were not looked at. */
  void goAway(int lastStream, int code);

  /** WINDOW_UPDATE; of the connection where the stream is 0. The increment is positive. */
  void windowUpdate(int stream, int increment);

  /** A frame that breaks a rule in a way that ends its stream only. */
  void streamError(int stream, ErrorCode code, String problem);
}
