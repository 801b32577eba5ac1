package io.sluice.scenarios.source;

/**
 * A value of the source: its text, and how that text was written.
 *
 * @param text without quotes and escapes
 * @param at where it begins
 * @param raw with quotes and escapes, from {@code at} on
 */
public record Snippet(String text, Location at, String raw) {
  private static final int ENOUGH_TO_RECOGNISE = 24;

  /** Where an offset into the text stands in the source. */
  public Location at(int offset) {
    int lineEnd = text.indexOf('\n', offset);
    int end = Math.min(lineEnd < 0 ? text.length() : lineEnd, offset + ENOUGH_TO_RECOGNISE);
    // Quotes, escapes and folded lines only ever make the raw text longer, so that what stands at
    // the offset is found there or later.
    int found = raw.indexOf(text.substring(Math.min(offset, end), end), offset);
    if (found < 0) {
      return at;
    }
    int lineStart = raw.lastIndexOf('\n', found - 1) + 1;
    int lines = (int) raw.substring(0, found).chars().filter(c -> c == '\n').count();
    return lines == 0
        ? new Location(at.file(), at.line(), at.column() + raw.codePointCount(0, found))
        : new Location(at.file(), at.line() + lines, raw.codePointCount(lineStart, found) + 1);
  }
}
