package io.sluice.k6.script.module;

/** Leads from a place in generated code back to the place in the text that its author wrote. */
@FunctionalInterface
interface SourcePlaces {
  /** The code is the author's. */
  SourcePlaces SAME = (line, column) -> new Place(line, column);

  /**
   * Where it is in the author's text.
   *
   * @param line from 1
   * @param column from 1
   */
  Place original(int line, int column);

  /** A place in a text; both from 1. */
  record Place(int line, int column) {}

  /** The code's first line has something before the author's first character. */
  static SourcePlaces shifted(int firstLineBy) {
    return (line, column) ->
        new Place(line, line == 1 ? Math.max(1, column - firstLineBy) : column);
  }
}
