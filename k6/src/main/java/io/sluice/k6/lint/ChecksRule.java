package io.sluice.k6.lint;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAssignExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstArrayLit;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Fields;
import io.sluice.k6.syntax.Functions;
import io.sluice.k6.syntax.SyntaxTree;
import io.sluice.k6.syntax.Values;
import java.util.ArrayList;
import java.util.List;

/** Checks that can never fail, and those that take a refusal for an answer. */
final class ChecksRule implements Rule {
  @Override
  public void look(Subject script, Findings findings) {
    for (Subject.Call call : script.calls("k6.check")) {
      Bound conditions = call.argument(1);
      Fields fields = conditions == null ? null : script.values().fields(conditions);
      if (fields != null) {
        fields.all().forEach((name, condition) -> look(script, name, condition, findings));
      }
    }
  }

  private static void look(Subject script, String name, Bound condition, Findings findings) {
    Bound known = script.values().resolve(condition);
    ISwc4jAst function = Functions.of(known.node());
    ISwc4jAst result = function == null ? known.node() : Functions.result(function);
    if (result == null) {
      return;
    }
    Bound outcome = known.with(Values.plain(result));
    if (canOnlyPass(script, outcome)) {
      findings.error(
          "check-always-true",
          condition,
          "the check '%s' passes whatever the answer is".formatted(name),
          "compare something of the answer, as in (r) => r.status === 200");
      return;
    }
    List<Long> statuses = accepted(script, outcome);
    List<Long> refusals = statuses.stream().filter(ChecksRule::refuses).toList();
    boolean isWhatItIsAbout = statuses.size() == 1;
    if (!refusals.isEmpty() && !isWhatItIsAbout) {
      findings.warning(
          "check-accepts-failure",
          condition,
          "the check '%s' passes with status %s, so that a target that refuses its users looks well"
              .formatted(name, refusals.getFirst()),
          "take only the statuses of a request that was served");
    }
  }

  private static boolean canOnlyPass(Subject script, Bound outcome) {
    if (outcome.node() instanceof Swc4jAstAssignExpr) {
      return true;
    }
    if (outcome.node() instanceof Swc4jAstBinExpr either
        && either.getOp() == Swc4jAstBinaryOp.LogicalOr) {
      return canOnlyPass(script, outcome.with(Values.plain(either.getLeft())))
          || canOnlyPass(script, outcome.with(Values.plain(either.getRight())));
    }
    return Boolean.TRUE.equals(script.values().truth(outcome));
  }

  private static boolean refuses(long status) {
    return status == 404 || status == 429 || (status >= 500 && status <= 599);
  }

  /** The statuses that a condition lets pass, as far as they are written down. */
  private static List<Long> accepted(Subject script, Bound outcome) {
    List<Long> statuses = new ArrayList<>();
    ISwc4jAst node = Values.plain(outcome.node());
    if (node instanceof Swc4jAstBinExpr binary) {
      switch (binary.getOp()) {
        case LogicalOr -> {
          statuses.addAll(accepted(script, outcome.with(binary.getLeft())));
          statuses.addAll(accepted(script, outcome.with(binary.getRight())));
        }
        case EqEq, EqEqEq -> {
          addEqual(script, outcome, binary.getLeft(), binary.getRight(), statuses);
          addEqual(script, outcome, binary.getRight(), binary.getLeft(), statuses);
        }
        default -> {}
      }
    } else if (node instanceof Swc4jAstCallExpr call) {
      includes(script, outcome, call, statuses);
    }
    return statuses;
  }

  private static void addEqual(
      Subject script, Bound at, ISwc4jAst left, ISwc4jAst right, List<Long> statuses) {
    Double number = script.values().number(at.with(right));
    if (isStatus(left) && number != null) {
      statuses.add(Math.round(number));
    }
  }

  /** {@code [200, 429].includes(r.status)}. */
  private static void includes(
      Subject script, Bound at, Swc4jAstCallExpr call, List<Long> statuses) {
    boolean asked =
        call.getCallee() instanceof Swc4jAstMemberExpr member
            && "includes".equals(Values.key(member.getProp()))
            && call.getArgs().size() == 1
            && isStatus(call.getArgs().getFirst().getExpr());
    if (asked
        && script.values().resolve(at.with(((Swc4jAstMemberExpr) call.getCallee()).getObj())).node()
            instanceof Swc4jAstArrayLit list
        && list.getElems().size() > 1) {
      for (Swc4jAstExprOrSpread element : SyntaxTree.below(list, Swc4jAstExprOrSpread.class)) {
        Double number = script.values().number(at.with(element.getExpr()));
        if (number != null) {
          statuses.add(Math.round(number));
        }
      }
    }
  }

  private static boolean isStatus(ISwc4jAst node) {
    return Values.plain(node) instanceof Swc4jAstMemberExpr member
        && "status".equals(Values.key(member.getProp()));
  }
}
