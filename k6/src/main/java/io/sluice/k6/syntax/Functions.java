package io.sluice.k6.syntax;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstFunction;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstFnExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstBlockStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstReturnStmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What functions do, whichever way they are written. */
public final class Functions {
  private Functions() {}

  /** The function that an expression writes down, or null if it is none. */
  public static @Nullable ISwc4jAst of(ISwc4jAst expression) {
    return switch (expression) {
      case Swc4jAstFnExpr function -> function.getFunction();
      case Swc4jAstArrowExpr function -> function;
      case Swc4jAstFunction function -> function;
      default -> null;
    };
  }

  /** Its statements, or the one expression that it returns. */
  public static @Nullable ISwc4jAst body(ISwc4jAst function) {
    return switch (function) {
      case Swc4jAstArrowExpr arrow -> arrow.getBody();
      case Swc4jAstFunction plain -> plain.getBody().orElse(null);
      default -> null;
    };
  }

  /** What it returns, if it does so in one place only, at its end; else null. */
  public static @Nullable ISwc4jAst result(ISwc4jAst function) {
    ISwc4jAst body = body(function);
    if (!(body instanceof Swc4jAstBlockStmt block)) {
      return body;
    }
    List<Swc4jAstReturnStmt> returns = returns(block);
    boolean one =
        returns.size() == 1
            && !block.getStmts().isEmpty()
            && SyntaxTree.same(block.getStmts().getLast(), returns.getFirst());
    return one ? returns.getFirst().getArg().orElse(null) : null;
  }

  /** The returns of a function's body, without those of functions in it. */
  public static List<Swc4jAstReturnStmt> returns(ISwc4jAst body) {
    List<Swc4jAstReturnStmt> found = new ArrayList<>();
    collect(body, found);
    return found;
  }

  private static void collect(ISwc4jAst node, List<Swc4jAstReturnStmt> found) {
    if (node instanceof Swc4jAstReturnStmt statement) {
      found.add(statement);
    }
    for (ISwc4jAst child : node.getChildNodes()) {
      if (!(child instanceof Swc4jAstFunction) && !(child instanceof Swc4jAstArrowExpr)) {
        collect(child, found);
      }
    }
  }

  /** The innermost function around a node, or null. */
  public static @Nullable ISwc4jAst around(ISwc4jAst node) {
    for (ISwc4jAst at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof Swc4jAstFunction || at instanceof Swc4jAstArrowExpr) {
        return at;
      }
    }
    return null;
  }
}
