package io.sluice.k6.lint;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCondExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstBlockStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstIfStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstReturnStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstThrowStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstTryStmt;
import io.sluice.k6.syntax.Api;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Declaration;
import io.sluice.k6.syntax.SyntaxTree;
import io.sluice.k6.syntax.Values;
import java.util.ArrayList;
import java.util.List;

/** Answers that are taken for JSON before it is known that they are no error page. */
final class UnguardedJsonRule implements Rule {
  @Override
  public void look(Subject script, Findings findings) {
    List<Bound> places = new ArrayList<>();
    for (SyntaxTree tree : script.modules().all()) {
      for (Swc4jAstCallExpr call : tree.all(Swc4jAstCallExpr.class)) {
        Bound at = Bound.of(call, tree);
        boolean reads = isParse(call) || isJsonOfAnswer(script, at, call);
        if (reads && !isGuarded(at)) {
          places.add(at);
        }
      }
    }
    if (!places.isEmpty()) {
      int more = places.size() - 1;
      findings.warning(
          "unguarded-json",
          places.getFirst(),
          "where the answer is no JSON this throws, which ends the iteration, think time and all,"
              + " and leaves the exit code 0"
              + (more == 0
                  ? ""
                  : " (and in %d more %s)".formatted(more, more == 1 ? "place" : "places")),
          "look at the status first, as in r.status === 200 && r.json('id') !== undefined");
    }
  }

  /** {@code JSON.parse(r.body)}. */
  private static boolean isParse(Swc4jAstCallExpr call) {
    return call.getCallee() instanceof Swc4jAstMemberExpr member
        && member.getObj() instanceof Swc4jAstIdent whole
        && whole.getSym().equals("JSON")
        && "parse".equals(Values.key(member.getProp()))
        && call.getArgs().size() == 1
        && Values.plain(call.getArgs().getFirst().getExpr()) instanceof Swc4jAstMemberExpr body
        && "body".equals(Values.key(body.getProp()));
  }

  /** {@code r.json()} of an answer, or of what a check looks at. */
  private static boolean isJsonOfAnswer(Subject script, Bound at, Swc4jAstCallExpr call) {
    if (!(call.getCallee() instanceof Swc4jAstMemberExpr member)
        || !"json".equals(Values.key(member.getProp()))
        || !(member.getObj() instanceof Swc4jAstIdent name)) {
      return false;
    }
    Bound answer = script.values().resolve(at.with(name));
    if (answer.node() instanceof Swc4jAstCallExpr source) {
      String called = Api.called(answer.tree(), source);
      return called != null && called.startsWith("k6/http.");
    }
    return at.tree().scopes().find(name) instanceof Declaration.Parameter && inCheck(at);
  }

  private static boolean inCheck(Bound at) {
    for (ISwc4jAst node = at.node(); node != null; node = node.getParent()) {
      if (node instanceof Swc4jAstCallExpr call && "k6.check".equals(Api.called(at.tree(), call))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGuarded(Bound at) {
    for (ISwc4jAst node = at.node(); node.getParent() != null; node = node.getParent()) {
      ISwc4jAst parent = node.getParent();
      boolean guarded =
          switch (parent) {
            case Swc4jAstIfStmt condition ->
                !SyntaxTree.same(condition.getTest(), node) && asks(at.tree(), condition.getTest());
            case Swc4jAstCondExpr condition ->
                !SyntaxTree.same(condition.getTest(), node) && asks(at.tree(), condition.getTest());
            case Swc4jAstBinExpr both ->
                both.getOp() == Swc4jAstBinaryOp.LogicalAnd
                    && SyntaxTree.same(both.getRight(), node)
                    && asks(at.tree(), both.getLeft());
            case Swc4jAstTryStmt attempt -> SyntaxTree.same(attempt.getBlock(), node);
            case Swc4jAstBlockStmt block -> leavesBefore(at.tree(), block, node);
            default -> false;
          };
      if (guarded) {
        return true;
      }
    }
    return false;
  }

  /** Whether a statement before this one goes away where an answer is not as it should be. */
  private static boolean leavesBefore(SyntaxTree tree, Swc4jAstBlockStmt block, ISwc4jAst here) {
    for (ISwc4jAst statement : block.getStmts()) {
      if (SyntaxTree.same(statement, here)) {
        return false;
      }
      if (statement instanceof Swc4jAstIfStmt condition
          && asks(tree, condition.getTest())
          && leaves(tree, condition.getCons())) {
        return true;
      }
    }
    return false;
  }

  private static boolean leaves(SyntaxTree tree, ISwc4jAst branch) {
    return !SyntaxTree.below(branch, Swc4jAstReturnStmt.class).isEmpty()
        || !SyntaxTree.below(branch, Swc4jAstThrowStmt.class).isEmpty()
        || SyntaxTree.below(branch, Swc4jAstCallExpr.class).stream()
            .anyMatch(call -> "k6.fail".equals(Api.called(tree, call)));
  }

  /** Whether a condition looks at a status, at a check's outcome, or at anything that one gave. */
  private static boolean asks(SyntaxTree tree, ISwc4jAst test) {
    for (Swc4jAstMemberExpr member : SyntaxTree.below(test, Swc4jAstMemberExpr.class)) {
      String field = Values.key(member.getProp());
      if ("status".equals(field) || "error".equals(field) || "error_code".equals(field)) {
        return true;
      }
    }
    for (Swc4jAstCallExpr call : SyntaxTree.below(test, Swc4jAstCallExpr.class)) {
      if ("k6.check".equals(Api.called(tree, call))) {
        return true;
      }
    }
    for (Swc4jAstIdent name : SyntaxTree.below(test, Swc4jAstIdent.class)) {
      if (tree.scopes().find(name) instanceof Declaration.Variable(ISwc4jAst value, boolean _)
          && value != null
          && !(value instanceof Swc4jAstIdent)
          && asks(tree, value)) {
        return true;
      }
    }
    return false;
  }
}
