package io.sluice.k6.syntax;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression where it stands, and with what the parameters around it are.
 *
 * @param node the expression
 * @param tree whose module it is of
 * @param frame the call that it is looked at in, or null outside of any
 */
public record Bound(ISwc4jAst node, SyntaxTree tree, @Nullable Frame frame) {
  /**
   * A call that is looked into.
   *
   * @param function that is called
   * @param arguments in their order
   * @param outer the call that this one stands in, or null
   */
  public record Frame(ISwc4jAst function, List<Bound> arguments, @Nullable Frame outer) {
    /** Copies the arguments. */
    public Frame {
      arguments = List.copyOf(arguments);
    }
  }

  /** An expression outside of any call. */
  public static Bound of(ISwc4jAst node, SyntaxTree tree) {
    return new Bound(node, tree, null);
  }

  /** Another expression in the same place. */
  public Bound with(ISwc4jAst other) {
    return new Bound(other, tree, frame);
  }

  /** The argument that a parameter has here, or null where that is not known. */
  @Nullable Bound argument(ISwc4jAst function, int index) {
    for (Frame call = frame; call != null; call = call.outer()) {
      if (SyntaxTree.same(call.function(), function)) {
        return index < call.arguments().size() ? call.arguments().get(index) : null;
      }
    }
    return null;
  }
}
