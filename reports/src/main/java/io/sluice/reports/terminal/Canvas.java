package io.sluice.reports.terminal;

/**
 * What text is laid out for.
 *
 * @param columns how wide it is, at least {@value #MIN_COLUMNS}
 * @param rows how high it is, at least {@value #MIN_ROWS}; {@link Integer#MAX_VALUE} for a file
 * @param style whether there is colour
 * @param glyphs what can be drawn
 */
public record Canvas(int columns, int rows, Style style, Glyphs glyphs) {
  /** Narrower ones are treated as this wide. */
  public static final int MIN_COLUMNS = 30;

  /** Lower ones are treated as this high. */
  public static final int MIN_ROWS = 5;

  public Canvas {
    columns = Math.max(MIN_COLUMNS, columns);
    rows = Math.max(MIN_ROWS, rows);
  }

  /** A file or a pipe: as many lines as there are, no wider than is pleasant to read. */
  public static Canvas endless(Style style, Glyphs glyphs) {
    return new Canvas(Screen.MAX_COLUMNS, Integer.MAX_VALUE, style, glyphs);
  }
}
