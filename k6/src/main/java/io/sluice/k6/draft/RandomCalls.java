package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import io.sluice.k6.syntax.Api;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.SyntaxTree;
import io.sluice.k6.syntax.Values;
import org.jspecify.annotations.Nullable;

/** Finds calls that return something else each time. */
final class RandomCalls {
  private RandomCalls() {}

  /** Whether an expression is another value each time. */
  static boolean isRandom(Bound at) {
    for (Swc4jAstCallExpr call : SyntaxTree.below(at.node(), Swc4jAstCallExpr.class)) {
      String api = Api.called(at.tree(), call);
      boolean math =
          call.getCallee() instanceof Swc4jAstMemberExpr member
              && member.getObj() instanceof Swc4jAstIdent whole
              && whole.getSym().equals("Math")
              && "random".equals(Values.key(member.getProp()));
      if (math || (api != null && api.startsWith("k6-utils."))) {
        return true;
      }
    }
    return false;
  }

  /** The N of {@code Math.floor(Math.random() * N)}, or null. */
  static @Nullable Bound factor(Bound at, Swc4jAstCallExpr call) {
    boolean floor =
        call.getCallee() instanceof Swc4jAstMemberExpr member
            && "floor".equals(Values.key(member.getProp()))
            && call.getArgs().size() == 1;
    return floor
            && Values.plain(call.getArgs().getFirst().getExpr()) instanceof Swc4jAstBinExpr product
            && product.getOp() == Swc4jAstBinaryOp.Mul
            && isRandom(at.with(product.getLeft()))
        ? at.with(product.getRight())
        : null;
  }
}
