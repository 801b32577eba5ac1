package io.sluice.engine.http2;

import static io.sluice.engine.http2.Frames.HEADER_LENGTH;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Frames that wait to be sent together. */
public final class FrameWriter {
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SMALL = 512;
  private static final int LARGE = 256 * 1024;

  // Read and written by HeaderEncoder too, after room().
  byte[] bytes = new byte[SMALL];
  int length;
  private int headersAt;

  /** The frames; only the first {@link #length()} bytes count. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /** Forgets the frames. */
  public void clear() {
    length = 0;
    if (bytes.length > LARGE) {
      bytes = new byte[SMALL];
    }
  }

  /** Makes room for so many bytes at {@link #length}. */
  void room(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  private int frame(int payload, int type, int flags, int stream) {
    room(HEADER_LENGTH + payload);
    Frames.header(payload, type, flags, stream, bytes, length);
    int at = length + HEADER_LENGTH;
    length = at + payload;
    return at;
  }

  /**
   * The client's preface (RFC 9113 section 3.4): no push, a header table of {@link
   * HeaderDecoder#TABLE_SIZE}.
   *
   * @param window bytes that the server may send before it is told of more, on each stream and on
   *     the connection; at least 65,535
   */
  public void preface(int window, int maxHeaderList) {
    room(PREFACE.length);
    System.arraycopy(PREFACE, 0, bytes, length, PREFACE.length);
    length += PREFACE.length;
    int at = frame(4 * 6, Frames.SETTINGS, 0, 0);
    at = setting(PeerSettings.HEADER_TABLE_SIZE, HeaderDecoder.TABLE_SIZE, at);
    at = setting(PeerSettings.ENABLE_PUSH, 0, at);
    at = setting(PeerSettings.INITIAL_WINDOW_SIZE, window, at);
    setting(PeerSettings.MAX_HEADER_LIST_SIZE, maxHeaderList, at);
    if (window > PeerSettings.DEFAULT_WINDOW) {
      windowUpdate(0, window - PeerSettings.DEFAULT_WINDOW);
    }
  }

  private int setting(int parameter, int value, int at) {
    bytes[at] = (byte) (parameter >>> 8);
    bytes[at + 1] = (byte) parameter;
    Frames.int32(value, bytes, at + 2);
    return at + 6;
  }

  /** Says that the server's settings are in force. */
  public void settingsAcknowledged() {
    frame(0, Frames.SETTINGS, Frames.ACK, 0);
  }

  /** Answers a PING with its eight bytes. */
  public void pong(byte[] opaque, int from) {
    int at = frame(8, Frames.PING, Frames.ACK, 0);
    System.arraycopy(opaque, from, bytes, at, 8);
  }

  /** WINDOW_UPDATE; of the connection where the stream is 0. */
  public void windowUpdate(int stream, int increment) {
    int at = frame(4, Frames.WINDOW_UPDATE, 0, stream);
    Frames.int32(increment, bytes, at);
  }

  /** RST_STREAM. */
  public void reset(int stream, ErrorCode code) {
    int at = frame(4, Frames.RST_STREAM, 0, stream);
    Frames.int32(code.code(), bytes, at);
  }

  /** GOAWAY of a client: it has looked at no stream of the server's. */
  public void goAway(ErrorCode code, String why) {
    byte[] text = why.getBytes(StandardCharsets.UTF_8);
    int at = frame(8 + text.length, Frames.GOAWAY, 0, 0);
    Frames.int32(0, bytes, at);
    Frames.int32(code.code(), bytes, at + 4);
    System.arraycopy(text, 0, bytes, at + 8, text.length);
  }

  /** A DATA frame. */
  public void data(int stream, boolean last, byte[] source, int from, int count) {
    int at = frame(count, Frames.DATA, last ? Frames.END_STREAM : 0, stream);
    System.arraycopy(source, from, bytes, at, count);
  }

  /** Begins a header block; what the encoder writes then belongs to it. */
  public void beginHeaders(int stream) {
    headersAt = length;
    frame(0, Frames.HEADERS, 0, stream);
  }

  /**
   * Ends the header block, in as many frames as it needs.
   *
   * @param last whether no body follows
   */
  public void endHeaders(boolean last, int maxFrame) {
    int block = length - headersAt - HEADER_LENGTH;
    int flags = last ? Frames.END_STREAM : 0;
    int stream = Frames.int31(bytes, headersAt + 5);
    if (block <= maxFrame) {
      Frames.header(block, Frames.HEADERS, flags | Frames.END_HEADERS, stream, bytes, headersAt);
      return;
    }
    int more = (block - 1) / maxFrame;
    room(more * HEADER_LENGTH);
    int start = headersAt + HEADER_LENGTH;
    for (int i = more; i > 0; i--) { // from the end, so that nothing is overwritten
      int from = start + i * maxFrame;
      int count = Math.min(maxFrame, block - i * maxFrame);
      int at = from + (i - 1) * HEADER_LENGTH;
      System.arraycopy(bytes, from, bytes, at + HEADER_LENGTH, count);
      int end = i == more ? Frames.END_HEADERS : 0;
      Frames.header(count, Frames.CONTINUATION, end, stream, bytes, at);
    }
    Frames.header(maxFrame, Frames.HEADERS, flags, stream, bytes, headersAt);
    length += more * HEADER_LENGTH;
  }
}
