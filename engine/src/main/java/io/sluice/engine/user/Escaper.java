package io.sluice.engine.user;

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

  static void write(Template.Escape escape, TextBuffer value, TextBuffer out) {
    switch (escape) {
      case NONE -> out.append(value.bytes(), 0, value.length());
      case PATH, QUERY -> percent(value.bytes(), value.length(), out);
      case JSON -> json(value.bytes(), value.length(), out);
    }
  }

  /** Without control characters: they could end a header and start another. */
  static void writeLine(TextBuffer value, TextBuffer out) {
    byte[] bytes = value.bytes();
    int length = value.length();
    int from = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i];
      if ((b >= 0 && b < ' ' && b != '\t') || b == 127) {
        out.append(bytes, from, i - from);
        from = i + 1;
      }
    }
    out.append(bytes, from, length - from);
  }

  private static void percent(byte[] bytes, int length, TextBuffer out) {
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b >= 0 && UNRESERVED[b]) {
        out.append(b);
      } else {
        out.append((byte) '%');
        out.append(HEX[(b >> 4) & 15]);
        out.append(HEX[b & 15]);
      }
    }
  }

  private static void json(byte[] bytes, int length, TextBuffer out) {
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b == '"' || b == '\\') {
        out.append((byte) '\\');
        out.append(b);
      } else if (b >= 0 && b < ' ') {
        out.append((byte) '\\');
        out.append((byte) 'u');
        out.append((byte) '0');
        out.append((byte) '0');
        out.append(HEX[b >> 4]);
        out.append(HEX[b & 15]);
      } else {
        out.append(b);
      }
    }
  }
}
