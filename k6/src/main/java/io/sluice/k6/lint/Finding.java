package io.sluice.k6.lint;

/**
 * Something that a script does not do as it was probably meant.
 *
 * @param rule its stable name, such as {@code rate-always-true}
 * @param file as the user wrote it
 * @param line from 1; 0 for the file as a whole
 * @param column from 1; 0 for the file as a whole
 * @param message what is wrong, in one sentence without its full stop
 * @param remedy how to mend it
 */
public record Finding(
    Severity severity,
    String rule,
    String file,
    int line,
    int column,
    String message,
    String remedy) {
  /** {@code script.js:3:9}, or the file alone. */
  public String place() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }

  /** One line: {@code script.js:3:9: warning: what; how to mend it [rule]}. */
  @Override
  public String toString() {
    return place() + ": " + severity.text() + ": " + sentence();
  }

  /** What, how to mend it, and the rule. */
  public String sentence() {
    return message + (remedy.isEmpty() ? "" : "; " + remedy) + " [" + rule + "]";
  }
}
