package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstUnaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstUnaryExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstIfStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstReturnStmt;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.SyntaxTree;
import io.sluice.k6.syntax.Values;
import java.util.List;

/** Carries {@code if} over: what follows a request that failed, or a variable that is set. */
final class Conditionals {
  private final StepImport.Parts parts;
  private final StepImport steps;

  Conditionals(StepImport.Parts parts, StepImport steps) {
    this.parts = parts;
    this.steps = steps;
  }

  void condition(Bound at, Swc4jAstIfStmt condition, List<DraftStep> list, boolean top) {
    Bound test = at.with(condition.getTest());
    if (steps.acts(test)) {
      steps.expression(test, list);
    }
    ISwc4jAst otherwise = condition.getAlt().orElse(null);
    Outcomes.Outcome outcome = parts.outcomes().of(test);
    if (outcome != null) {
      List<DraftStep> yes = steps.branch(at, condition.getCons(), top);
      List<DraftStep> no = steps.branch(at, otherwise, top);
      if (!outcome.ok() && returns(condition.getCons())) {
        leave(outcome.request(), list, top, test);
      }
      after(outcome, yes, no, list, test);
      return;
    }
    boolean negated =
        Values.plain(test.node()) instanceof Swc4jAstUnaryExpr unary
            && unary.getOp() == Swc4jAstUnaryOp.Bang;
    Bound asked =
        negated ? test.with(((Swc4jAstUnaryExpr) Values.plain(test.node())).getArg()) : test;
    if (parts.expressions().of(asked) instanceof DraftValue.Name(String variable)
        && parts.randomness().isVariable(variable)) {
      List<DraftStep> yes = steps.branch(at, condition.getCons(), top);
      List<DraftStep> no = steps.branch(at, otherwise, top);
      if (!yes.isEmpty() || !no.isEmpty()) {
        list.add(new DraftStep.IfSet(variable, !negated, yes, no));
      }
      return;
    }
    if (steps.acts(at.with(condition.getCons())) || otherwise != null) {
      parts
          .notes()
          .add(
              test,
              "the condition '%s' cannot be said; it is left out with what stands under it"
                  .formatted(Notes.written(test)));
    }
  }

  /** Steps that are done only where the last request went well, or did not. */
  private void after(
      Outcomes.Outcome outcome,
      List<DraftStep> yes,
      List<DraftStep> no,
      List<DraftStep> list,
      Bound test) {
    if (yes.isEmpty() && no.isEmpty()) {
      return;
    }
    if (list.isEmpty() || !list.getLast().equals(outcome.request())) {
      parts
          .notes()
          .add(
              test,
              "'%s' asks for a request that is not the last one; what stands under it is left out"
                  .formatted(Notes.written(test)));
      return;
    }
    list.add(
        yes.isEmpty()
            ? new DraftStep.IfLast(!outcome.ok(), no, List.of())
            : new DraftStep.IfLast(outcome.ok(), yes, no));
  }

  private void leave(DraftStep.Request request, List<DraftStep> list, boolean top, Bound test) {
    if (list.contains(request)) {
      request.onFailure(top ? DraftStep.OnFailure.LEAVE : DraftStep.OnFailure.SKIP);
    } else {
      parts.notes().add(test, "the return under '%s' is left out".formatted(Notes.written(test)));
    }
  }

  private static boolean returns(ISwc4jAst branch) {
    return !SyntaxTree.below(branch, Swc4jAstReturnStmt.class).isEmpty();
  }
}
