package io.sluice.reports.terminal;

import java.util.Arrays;

/** How many columns of a terminal text takes: names from outside may be in any script. */
public final class Cells {
  /** First and last code points of what is two columns wide (Unicode's East Asian Width W, F). */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private Cells() {}

  /** Columns of a text without control sequences. */
  public static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default ->
          Arrays.stream(WIDE).anyMatch(range -> point >= range[0] && point <= range[1]) ? 2 : 1;
    };
  }

  /** The text cut to a number of columns. */
  static String clip(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      used += width(point);
      if (used > columns - 1) {
        break;
      }
      cut.appendCodePoint(point);
    }
    return columns > 0 ? cut + "…" : "";
  }
}
