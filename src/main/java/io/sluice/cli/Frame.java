package io.sluice.cli;

import io.sluice.reports.terminal.Cells;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Some lines at the end of a terminal's text that are drawn over and over, by the control sequences
 * of ECMA-48. The cursor rests on the empty line below them; it is hidden only within the text of
 * one drawing. Not thread-safe.
 */
final class Frame {
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;?]*[a-zA-Z]");
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String TO_LINE_END = "\u001b[K";
  private static final String TO_SCREEN_END = "\u001b[J";

  private List<String> shown = List.of();

  /**
   * What to write so that these lines stand in the place of those before.
   *
   * @param columns how wide the terminal is now: a narrower one than before has broken lines
   */
  String draw(List<String> lines, int columns) {
    StringBuilder text = new StringBuilder(HIDE_CURSOR).append(home(columns));
    for (String line : lines) {
      text.append(line).append(TO_LINE_END).append("\r\n");
    }
    shown = List.copyOf(lines);
    return text.append(TO_SCREEN_END).append(SHOW_CURSOR).toString();
  }

  /** What to write so that nothing stands there, and the next text begins where they began. */
  String clear(int columns) {
    String text = shown.isEmpty() ? "" : home(columns) + TO_SCREEN_END;
    shown = List.of();
    return text;
  }

  /** To the first column of the first of the lines. */
  private String home(int columns) {
    int rows = shown.stream().mapToInt(line -> rows(line, columns)).sum();
    return rows == 0 ? "\r" : "\r\u001b[" + rows + "A";
  }

  /** How many rows a line takes where the terminal became narrower than it. */
  private static int rows(String line, int columns) {
    int width = Cells.width(SEQUENCE.matcher(line).replaceAll(""));
    return Math.max(1, Math.ceilDiv(width, columns));
  }
}
