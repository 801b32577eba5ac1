package io.sluice.engine.http2;

/** Is told the fields of a header block that somebody looks at, or all of them as lines. */
interface FieldVisitor {
  /** Whether it takes lines, too; asked once for each block, behind its pseudo-fields. */
  default boolean wantsLines() {
    return false;
  }

  /** A field that is no pseudo-field; name and value lie there until this returns. */
  default void line(
      byte[] name, int nameFrom, int nameLength, byte[] value, int from, int length) {}

  /**
   * A field.
   *
   * @param kind what its name means: see {@link FieldKinds}; never {@link FieldKinds#OTHER}
   * @param bytes where the value lies until this returns
   */
  void field(int kind, byte[] bytes, int from, int length);
}
