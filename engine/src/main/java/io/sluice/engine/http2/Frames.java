package io.sluice.engine.http2;

/** Numbers of the framing layer (RFC 9113 sections 4 and 6), and big-endian integers. */
final class Frames {
  static final int HEADER_LENGTH = 9;

  /** The largest payload that is taken: what every peer starts with (SETTINGS_MAX_FRAME_SIZE). */
  static final int MAX_PAYLOAD = 16_384;

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int PRIORITY = 2;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PUSH_PROMISE = 5;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 0x1;
  static final int ACK = 0x1;
  static final int END_HEADERS = 0x4;
  static final int PADDED = 0x8;
  static final int WITH_PRIORITY = 0x20;

  private static final String[] NAMES = {
    "DATA",
    "HEADERS",
    "PRIORITY",
    "RST_STREAM",
    "SETTINGS",
    "PUSH_PROMISE",
    "PING",
    "GOAWAY",
    "WINDOW_UPDATE",
    "CONTINUATION"
  };

  private Frames() {}

  static String name(int type) {
    return type < NAMES.length ? NAMES[type] : "unknown";
  }

  static int int24(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
  }

  static int int32(byte[] bytes, int at) {
    return bytes[at] << 24 | int24(bytes, at + 1);
  }

  /** 31 bits; the reserved one is ignored. */
  static int int31(byte[] bytes, int at) {
    return int32(bytes, at) & 0x7fff_ffff;
  }

  static void int32(int value, byte[] bytes, int at) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }

  static void header(int length, int type, int flags, int stream, byte[] bytes, int at) {
    bytes[at] = (byte) (length >>> 16);
    bytes[at + 1] = (byte) (length >>> 8);
    bytes[at + 2] = (byte) length;
    bytes[at + 3] = (byte) type;
    bytes[at + 4] = (byte) flags;
    int32(stream, bytes, at + 5);
  }
}
