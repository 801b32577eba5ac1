package io.sluice.scenarios.source;

import java.util.List;

/** A scenario's text, as it was written. */
public final class SourceText {
  private static final int WIDEST = 120;

  private final String file;
  private final String text;
  private final int[] codePoints;
  private final List<String> lines;

  /**
   * Holds a text.
   *
   * @param file its name in messages
   */
  public SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    this.codePoints = text.codePoints().toArray();
    this.lines = text.lines().toList();
  }

  /** Its name in messages. */
  public String file() {
    return file;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The text between two offsets, counted in code points. */
  public String between(int from, int to) {
    return new String(codePoints, from, Math.min(to, codePoints.length) - from);
  }

  /**
   * The line at a location with a caret below its column, cut to 120 columns around it; empty if
   * there is no such line.
   */
  public String excerpt(Location location) {
    if (location.line() < 1 || location.line() > lines.size()) {
      return "";
    }
    int[] line = lines.get(location.line() - 1).replace('\t', ' ').codePoints().toArray();
    int caret = Math.min(location.column() - 1, line.length);
    int from = Math.max(0, Math.min(caret - WIDEST / 2, line.length - WIDEST));
    int to = Math.min(line.length, from + WIDEST);
    String before = from > 0 ? "…" : "";
    String after = to < line.length ? "…" : "";
    return before
        + new String(line, from, to - from)
        + after
        + "\n"
        + " ".repeat(before.length() + caret - from)
        + "^";
  }
}
