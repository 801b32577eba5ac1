package io.sluice.scenarios.query;

import io.sluice.model.plan.TextBuffer;

/** Encodes characters without making a text of them. */
final class Utf8 {
  private Utf8() {}

  static void append(char[] source, int from, int length, TextBuffer into) {
    int end = from + length;
    for (int i = from; i < end; i++) {
      char c = source[i];
      if (c < 0x80) {
        into.append((byte) c);
      } else if (c < 0x800) {
        into.append((byte) (0xc0 | c >> 6));
        into.append((byte) (0x80 | (c & 0x3f)));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < end
          && Character.isLowSurrogate(source[i + 1])) {
        int codePoint = Character.toCodePoint(c, source[++i]);
        into.append((byte) (0xf0 | codePoint >> 18));
        into.append((byte) (0x80 | (codePoint >> 12 & 0x3f)));
        into.append((byte) (0x80 | (codePoint >> 6 & 0x3f)));
        into.append((byte) (0x80 | (codePoint & 0x3f)));
      } else if (Character.isSurrogate(c)) {
        into.append((byte) '?');
      } else {
        into.append((byte) (0xe0 | c >> 12));
        into.append((byte) (0x80 | (c >> 6 & 0x3f)));
        into.append((byte) (0x80 | (c & 0x3f)));
      }
    }
  }
}
