package io.sluice.model.plan;

/**
 * A compiled {@link Selector} that looks into bodies. One thread at a time: every cell compiles its
 * own.
 */
public interface BodyQuery {
  /** What a query found. */
  enum Result {
    /** Nothing, or JSON null, or the body is not of the selector's format. */
    ABSENT,
    /** An empty text, array or object. */
    EMPTY,
    /** A value. */
    PRESENT
  }

  /**
   * Looks for the first match.
   *
   * @param body only its first {@code length} bytes count
   * @param into is cleared, then gets the value as text: a JSON string without its quotes and
   *     escapes, any other JSON value as JSON
   */
  Result find(byte[] body, int length, TextBuffer into);

  /** Compiles selectors that look into bodies. */
  @FunctionalInterface
  interface Compiler {
    /**
     * Compiles one.
     *
     * @throws IllegalArgumentException with a sentence, if its text is malformed or it does not
     *     look into bodies
     */
    BodyQuery compile(Selector selector);
  }
}
