package io.sluice.k6.lint;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstBlockStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstExprStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstIfStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstReturnStmt;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Functions;
import io.sluice.k6.syntax.SyntaxTree;

/** A return in a group's function leaves the group, and the iteration goes on. */
final class GroupReturnRule implements Rule {
  @Override
  public void look(Subject script, Findings findings) {
    for (Subject.Call group : script.calls("k6.group")) {
      Bound function = group.argument(1);
      ISwc4jAst code = function == null ? null : Functions.of(function.node());
      ISwc4jAst body = code == null ? null : Functions.body(code);
      if (body == null || isLast(group.at().node())) {
        continue;
      }
      for (Swc4jAstReturnStmt statement : Functions.returns(body)) {
        boolean early = statement.getArg().isEmpty() && isConditional(statement, body);
        if (early) {
          findings.warning(
              "return-in-group",
              group.at().with(statement),
              "this return leaves the group only, and the iteration goes on after it",
              "return a value from the group and look at it: if (!group(…)) return");
        }
      }
    }
  }

  private static boolean isConditional(ISwc4jAst statement, ISwc4jAst body) {
    for (ISwc4jAst at = statement; !SyntaxTree.same(at, body); at = at.getParent()) {
      if (at instanceof Swc4jAstIfStmt) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing comes after the group in its function. */
  private static boolean isLast(ISwc4jAst group) {
    return !(group.getParent() instanceof Swc4jAstExprStmt statement)
        || !(statement.getParent() instanceof Swc4jAstBlockStmt block)
        || SyntaxTree.same(block.getStmts().getLast(), statement);
  }
}
