package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstUnaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstUnaryExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Values;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Conditions that ask whether a request went well. */
final class Outcomes {
  private final Values values;
  private final Answers answers;
  private final IdentityHashMap<ISwc4jAst, DraftStep.Request> checks = new IdentityHashMap<>();

  Outcomes(Values values, Answers answers) {
    this.values = values;
    this.answers = answers;
  }

  /**
   * What a condition asks.
   *
   * @param ok whether it holds where the request went well, or where it did not
   */
  record Outcome(DraftStep.Request request, boolean ok) {}

  /** A call of {@code check} looked at a request. */
  void checked(ISwc4jAst call, DraftStep.Request request) {
    checks.put(call, request);
  }

  /** What a condition asks, or null where it asks something else. */
  @Nullable Outcome of(Bound condition) {
    Bound at = values.resolve(condition);
    DraftStep.Request checked = checks.get(at.node());
    if (checked != null) {
      return new Outcome(checked, true);
    }
    if (at.node() instanceof Swc4jAstUnaryExpr not && not.getOp() == Swc4jAstUnaryOp.Bang) {
      Outcome inner = of(at.with(not.getArg()));
      return inner == null ? null : new Outcome(inner.request(), !inner.ok());
    }
    if (at.node() instanceof Swc4jAstBinExpr binary) {
      return status(at, binary);
    }
    return null;
  }

  /** {@code r.status === 200} and {@code r.status !== 200}. */
  private @Nullable Outcome status(Bound at, Swc4jAstBinExpr binary) {
    DraftStep.Request request = answers.ofField(at.with(binary.getLeft()), "status");
    Double number = values.number(at.with(binary.getRight()));
    if (request == null || number == null) {
      return null;
    }
    boolean success = number >= 200 && number < 400;
    boolean equal =
        binary.getOp() == Swc4jAstBinaryOp.EqEq || binary.getOp() == Swc4jAstBinaryOp.EqEqEq;
    boolean unequal =
        binary.getOp() == Swc4jAstBinaryOp.NotEq || binary.getOp() == Swc4jAstBinaryOp.NotEqEq;
    boolean error = binary.getOp() == Swc4jAstBinaryOp.GtEq && number == 400;
    if (error || (unequal && success)) {
      return new Outcome(request, false);
    }
    return equal && success ? new Outcome(request, true) : null;
  }
}
