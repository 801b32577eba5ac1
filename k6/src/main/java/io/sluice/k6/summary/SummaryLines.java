package io.sluice.k6.summary;

/** Gathers the lines of a text summary: a line begins with a line feed, a gap is one. */
final class SummaryLines {
  private final StringBuilder text = new StringBuilder();

  /**
   * Adds a line.
   *
   * @param level how far it is indented, two blanks each
   */
  void line(int level, String line) {
    text.append('\n').append("  ".repeat(level)).append(line);
  }

  /** Adds the line feed that parts paragraphs. */
  void gap() {
    text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
