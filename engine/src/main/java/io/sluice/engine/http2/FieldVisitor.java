package io.sluice.engine.http2;

/** Is told the fields of a header block that somebody looks at. */
interface FieldVisitor {
  /**
   * A field.
   *
   * @param kind what its name means: see {@link FieldKinds}; never {@link FieldKinds#OTHER}
   * @param bytes where the value lies until this returns
   */
  void field(int kind, byte[] bytes, int from, int length);
}
