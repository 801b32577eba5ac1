package io.sluice.engine.netty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Frames as a server sends them, right or wrong. */
final class Http2Bytes {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  private Http2Bytes() {}

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] int32(int value) {
    return new byte[] {
      (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
    };
  }

  static byte[] frame(int type, int flags, int stream, byte[] payload) {
    byte[] length = int32(payload.length);
    byte[] start = {length[1], length[2], length[3], (byte) type, (byte) flags};
    return join(start, int32(stream), payload);
  }

  /** Fields as literals, {@code name: value} each; pseudo-fields too. */
  static byte[] block(String... fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (String field : fields) {
      int colon = field.indexOf(": ");
      block.write(0);
      text(field.substring(0, colon), block);
      text(field.substring(colon + 2), block);
    }
    return block.toByteArray();
  }

  private static void text(String text, ByteArrayOutputStream out) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < 127) {
      out.write(bytes.length);
    } else {
      out.write(127);
      int rest = bytes.length - 127;
      while (rest > 127) {
        out.write(0x80 | rest);
        rest >>>= 7;
      }
      out.write(rest);
    }
    out.writeBytes(bytes);
  }

  static byte[] headers(int stream, String... fields) {
    return frame(HEADERS, END_HEADERS, stream, block(fields));
  }

  static byte[] lastHeaders(int stream, String... fields) {
    return frame(HEADERS, END_HEADERS | END_STREAM, stream, block(fields));
  }

  static byte[] data(int stream, String text) {
    return frame(DATA, 0, stream, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static byte[] lastData(int stream, String text) {
    return frame(DATA, END_STREAM, stream, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static byte[] reset(int stream, int code) {
    return frame(RST_STREAM, 0, stream, int32(code));
  }

  static byte[] windowUpdate(int stream, int increment) {
    return frame(WINDOW_UPDATE, 0, stream, int32(increment));
  }

  static byte[] goAway(int last, int code) {
    return frame(GOAWAY, 0, 0, join(int32(last), int32(code)));
  }

  static byte[] ping(String eight) {
    return frame(PING, 0, 0, eight.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Parameters and values in turn. */
  static byte[] settings(int... parameters) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < parameters.length; i += 2) {
      all.write(parameters[i] >>> 8);
      all.write(parameters[i]);
      all.writeBytes(int32(parameters[i + 1]));
    }
    return frame(SETTINGS, 0, 0, all.toByteArray());
  }
}
