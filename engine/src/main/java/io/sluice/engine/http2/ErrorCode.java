package io.sluice.engine.http2;

/** Why a stream or a connection is ended, by its number on the wire (RFC 9113 section 7). */
public enum ErrorCode {
  NO_ERROR,
  PROTOCOL_ERROR,
  INTERNAL_ERROR,
  FLOW_CONTROL_ERROR,
  SETTINGS_TIMEOUT,
  STREAM_CLOSED,
  FRAME_SIZE_ERROR,
  REFUSED_STREAM,
  CANCEL,
  COMPRESSION_ERROR,
  CONNECT_ERROR,
  ENHANCE_YOUR_CALM,
  INADEQUATE_SECURITY,
  HTTP_1_1_REQUIRED;

  private static final ErrorCode[] ALL = values();

  /** The number on the wire. */
  public int code() {
    return ordinal();
  }

  /** The name of a number; an unknown one as {@code error 0x1f}. */
  public static String name(int code) {
    return code >= 0 && code < ALL.length
        ? ALL[code].name()
        : "error 0x" + Integer.toHexString(code);
  }
}
