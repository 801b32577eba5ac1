package io.sluice.engine.user;

import io.sluice.engine.wire.ByteSink;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a value so that it stays one value in the place it stands in. */
final class Escaper {
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final boolean[] UNRESERVED = new boolean[128];

  static {
    String unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"; // RFC 3986, 2.3
    for (int i = 0; i < unreserved.length(); i++) {
      UNRESERVED[unreserved.charAt(i)] = true;
    }
  }

  private Escaper() {}

  static void write(Template.Escape escape, TextBuffer value, ByteSink sink) {
    switch (escape) {
      case NONE -> sink.put(value.bytes(), 0, value.length());
      case PATH, QUERY -> percent(value.bytes(), value.length(), sink);
      case JSON -> json(value.bytes(), value.length(), sink);
    }
  }

  /** Without control characters: they could end a header and start another. */
  static void writeLine(TextBuffer value, ByteSink sink) {
    byte[] bytes = value.bytes();
    int length = value.length();
    int from = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i];
      if ((b >= 0 && b < ' ' && b != '\t') || b == 127) {
        sink.put(bytes, from, i - from);
        from = i + 1;
      }
    }
    sink.put(bytes, from, length - from);
  }

  private static void percent(byte[] bytes, int length, ByteSink sink) {
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b >= 0 && UNRESERVED[b]) {
        sink.put(b);
      } else {
        sink.put((byte) '%');
        sink.put(HEX[(b >> 4) & 15]);
        sink.put(HEX[b & 15]);
      }
    }
  }

  private static void json(byte[] bytes, int length, ByteSink sink) {
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b == '"' || b == '\\') {
        sink.put((byte) '\\');
        sink.put(b);
      } else if (b >= 0 && b < ' ') {
        sink.put((byte) '\\');
        sink.put((byte) 'u');
        sink.put((byte) '0');
        sink.put((byte) '0');
        sink.put(HEX[b >> 4]);
        sink.put(HEX[b & 15]);
      } else {
        sink.put(b);
      }
    }
  }
}
