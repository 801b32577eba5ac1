package io.sluice.k6.syntax;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import org.jspecify.annotations.Nullable;

/** What a name was declared as. */
public sealed interface Declaration {
  /**
   * Imported from another module.
   *
   * @param module as it was written
   * @param name what that module calls it; {@code default}, or {@code *} for all of it
   */
  record Import(String module, String name) implements Declaration {}

  /**
   * A variable.
   *
   * @param value what it starts with, or null
   * @param fixed whether nothing else is ever assigned to it
   */
  record Variable(@Nullable ISwc4jAst value, boolean fixed) implements Declaration {}

  /**
   * A field that was taken out of a value, as in {@code const { check } = k6}.
   *
   * @param value the whole, or null where it is not known
   * @param field its name
   */
  record Field(@Nullable ISwc4jAst value, String field) implements Declaration {}

  /**
   * A function.
   *
   * @param function its node
   */
  record Code(ISwc4jAst function) implements Declaration {}

  /**
   * A parameter.
   *
   * @param function whose
   * @param index from 0
   */
  record Parameter(ISwc4jAst function, int index) implements Declaration {}

  /** Something else, such as a class. */
  record Other() implements Declaration {}
}
