package io.sluice.scenarios.source;

/**
 * A place in a source text.
 *
 * @param file as the user wrote it
 * @param line 1 for the first, 0 for the file as a whole
 * @param column 1 for the first, 0 for the file as a whole
 */
public record Location(String file, int line, int column) {
  public Location {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException(
          "a location must be >= 0, was " + line + ":" + column + " in " + file);
    }
  }

  /** The file as a whole. */
  public static Location ofFile(String file) {
    return new Location(file, 0, 0);
  }

  /** {@code file:line:column}, or the file alone. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
