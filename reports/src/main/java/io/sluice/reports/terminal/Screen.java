package io.sluice.reports.terminal;

/**
 * What the live line is written to.
 *
 * @param kind how lines appear
 * @param columns how wide it is, at least 20
 * @param style whether there is colour
 */
public record Screen(Kind kind, int columns, Style style) {
  /** As wide as it gets: more would be hard to read. */
  public static final int MAX_COLUMNS = 100;

  /** How lines appear. */
  public enum Kind {
    /** One line, rewritten in place every second, or twice a second. */
    TERMINAL,
    /** A new line every five seconds: a file or a pipe. */
    LOG,
    /** Nothing at all. */
    QUIET
  }

  public Screen {
    if (columns < 20) {
      throw new IllegalArgumentException("a screen must have 20 columns at least, was " + columns);
    }
    columns = Math.min(columns, MAX_COLUMNS);
  }

  /** A terminal. */
  public static Screen terminal(int columns, Style style) {
    return new Screen(Kind.TERMINAL, columns, style);
  }

  /** A file or a pipe. */
  public static Screen log() {
    return new Screen(Kind.LOG, MAX_COLUMNS, Style.PLAIN);
  }

  /** Nothing is shown. */
  public static Screen quiet() {
    return new Screen(Kind.QUIET, MAX_COLUMNS, Style.PLAIN);
  }
}
