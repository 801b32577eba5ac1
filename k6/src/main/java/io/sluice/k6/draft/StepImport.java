package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstFunction;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstAssignOp;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAssignExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAwaitExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstBlockStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstExprStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstForStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstIfStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstTryStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import io.sluice.k6.syntax.Api;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Declaration;
import io.sluice.k6.syntax.Functions;
import io.sluice.k6.syntax.SyntaxTree;
import io.sluice.k6.syntax.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries the statements of a function over, one after the other. */
final class StepImport {
  private static final int DEEPEST = 12;

  private final Values values;
  private final Parts parts;
  private final Conditionals conditionals;
  private final ApiCalls calls;
  private int depth;

  StepImport(Values values, Parts parts) {
    this.values = values;
    this.parts = parts;
    this.conditionals = new Conditionals(parts, this);
    this.calls = new ApiCalls(values, parts, this);
  }

  /** What a draft is made with. */
  record Parts(
      Answers answers,
      Expressions expressions,
      Outcomes outcomes,
      RequestImport requests,
      CheckImport checks,
      MetricImport metrics,
      Seconds seconds,
      Randomness randomness,
      Notes notes) {}

  /**
   * The steps of a function.
   *
   * @param at its body
   * @param list where they go
   * @param top whether leaving the function leaves the iteration
   */
  void body(Bound at, List<DraftStep> list, boolean top) {
    if (at.node() instanceof Swc4jAstBlockStmt block) {
      block.getStmts().forEach(statement -> statement(at.with(statement), list, top));
    } else {
      expression(at, list);
    }
  }

  private void statement(Bound at, List<DraftStep> list, boolean top) {
    switch (at.node()) {
      case Swc4jAstVarDecl variables ->
          variables.getDecls().forEach(variable -> variable(at, variable, list));
      case Swc4jAstExprStmt statement -> expression(at.with(statement.getExpr()), list);
      case Swc4jAstIfStmt condition -> conditionals.condition(at, condition, list, top);
      case Swc4jAstForStmt loop -> loop(at, loop, list);
      case Swc4jAstBlockStmt _ -> body(at, list, top);
      case Swc4jAstTryStmt attempt -> body(at.with(attempt.getBlock()), list, top);
      default -> {
        if (acts(at)) {
          parts.notes().add(at, "'%s' is left out".formatted(Notes.written(at)));
        }
      }
    }
  }

  private void variable(Bound at, Swc4jAstVarDeclarator variable, List<DraftStep> list) {
    ISwc4jAst value = variable.getInit().map(Values::plain).orElse(null);
    if (value == null || Functions.of(value) != null) {
      return;
    }
    Bound init = at.with(value);
    if (variable.getName() instanceof Swc4jAstBindingIdent name) {
      String wanted = name.getId().getSym();
      Answers.Part part = parts.answers().part(init);
      if (part != null && !part.path().equals("$")) {
        parts
            .expressions()
            .keep(value, parts.expressions().extract(part, parts.randomness().name(wanted)));
        return;
      }
      if (!acts(init)) {
        parts.randomness().settle(init, wanted, list);
        return;
      }
    }
    expression(init, list);
  }

  /** Whether something of k6's is called in an expression, here or in what it calls. */
  boolean acts(Bound at) {
    if (depth > DEEPEST) {
      return false;
    }
    depth++;
    try {
      for (Swc4jAstCallExpr call : SyntaxTree.below(at.node(), Swc4jAstCallExpr.class)) {
        String api = Api.called(at.tree(), call);
        if (api != null && !api.startsWith("k6-utils.")) {
          return true;
        }
        ISwc4jAst function = api == null ? values.function(at.with(call.getCallee())) : null;
        if (function != null && acts(values.into(at, call, function))) {
          return true;
        }
      }
      return false;
    } finally {
      depth--;
    }
  }

  /** The steps of an expression. */
  void expression(Bound expression, List<DraftStep> list) {
    Bound at = expression.with(Values.plain(expression.node()));
    switch (at.node()) {
      case Swc4jAstAwaitExpr waiting -> expression(at.with(waiting.getArg()), list);
      case Swc4jAstAssignExpr assignment -> assignment(at, assignment, list);
      case Swc4jAstBinExpr both when isLogical(both) -> {
        expression(at.with(both.getLeft()), list);
        if (acts(at.with(both.getRight())) && !endsOnly(at.with(both.getRight()))) {
          expression(at.with(both.getRight()), list);
        }
      }
      case Swc4jAstCallExpr call -> call(at, call, list);
      default -> {
        for (ISwc4jAst child : at.node().getChildNodes()) {
          if (!(child instanceof Swc4jAstArrowExpr) && !(child instanceof Swc4jAstFunction)) {
            expression(at.with(child), list);
          }
        }
      }
    }
  }

  private static boolean endsOnly(Bound at) {
    return at.node() instanceof Swc4jAstCallExpr call
        && "k6.fail".equals(Api.called(at.tree(), call));
  }

  private static boolean isLogical(Swc4jAstBinExpr both) {
    return both.getOp() == Swc4jAstBinaryOp.LogicalAnd
        || both.getOp() == Swc4jAstBinaryOp.LogicalOr;
  }

  private void assignment(Bound at, Swc4jAstAssignExpr assignment, List<DraftStep> list) {
    Bound right = at.with(Values.plain(assignment.getRight()));
    if (acts(right) && parts.answers().part(right) == null) {
      expression(right, list);
    }
    if (!(assignment.getLeft() instanceof Swc4jAstBindingIdent target)
        || assignment.getOp() != Swc4jAstAssignOp.Assign) {
      return; // fields of objects are looked up where they are used
    }
    String wanted = target.getId().getSym();
    Declaration variable = at.tree().scopes().find(wanted, at.node());
    Answers.Part part = parts.answers().part(right);
    DraftValue value;
    if (part != null) {
      value = parts.expressions().extract(part, parts.randomness().name(wanted));
    } else {
      parts.randomness().settle(right, wanted, list);
      value = parts.expressions().of(right);
    }
    if (variable != null && value != null) {
      parts.expressions().assign(variable, value);
    } else if (variable != null) {
      parts.expressions().alias(variable, right);
      parts
          .notes()
          .add(at, "'%s' is taken as what was assigned to it last".formatted(Notes.written(at)));
    }
  }

  private void call(Bound at, Swc4jAstCallExpr call, List<DraftStep> list) {
    String api = Api.called(at.tree(), call);
    List<Bound> arguments =
        call.getArgs().stream().map(argument -> at.with(argument.getExpr())).toList();
    if (api != null) {
      calls.call(at, api, arguments, list);
      return;
    }
    if (call.getCallee() instanceof Swc4jAstMemberExpr member
        && "add".equals(Values.key(member.getProp()))
        && !arguments.isEmpty()
        && parts.metrics().isMetric(at.with(member.getObj()))) {
      parts.metrics().add(at, at.with(member.getObj()), arguments.getFirst(), list);
      return;
    }
    ISwc4jAst function = values.function(at.with(call.getCallee()));
    ISwc4jAst body = function == null ? null : Functions.body(function);
    if (function == null || body == null || depth > DEEPEST) {
      arguments.forEach(argument -> expression(argument, list));
    } else if (acts(at)) {
      depth++;
      body(values.into(at, call, function).with(body), list, false);
      depth--;
    }
  }

  /** {@code for (let i = 0; i < n; i++)}. */
  private void loop(Bound at, Swc4jAstForStmt loop, List<DraftStep> list) {
    DraftValue times = null;
    if (loop.getTest().orElse(null) instanceof Swc4jAstBinExpr test
        && test.getLeft() instanceof Swc4jAstIdent
        && (test.getOp() == Swc4jAstBinaryOp.Lt || test.getOp() == Swc4jAstBinaryOp.LtEq)) {
      boolean fromOne = test.getOp() == Swc4jAstBinaryOp.LtEq;
      boolean counts =
          loop.getInit().orElse(null) instanceof Swc4jAstVarDecl variables
              && variables.getDecls().size() == 1
              && variables.getDecls().getFirst().getInit().isPresent()
              && Double.valueOf(fromOne ? 1 : 0)
                  .equals(
                      values.number(
                          at.with(variables.getDecls().getFirst().getInit().orElseThrow())));
      times = counts ? parts.expressions().of(at.with(test.getRight())) : null;
    }
    if (times == null) {
      parts.notes().add(at, "the loop '%s' is left out".formatted(Notes.written(at)));
      return;
    }
    List<DraftStep> steps = new ArrayList<>();
    statement(at.with(loop.getBody()), steps, false);
    if (!steps.isEmpty()) {
      list.add(new DraftStep.Repeat(times, steps));
    }
  }

  /** The steps of a branch. */
  List<DraftStep> branch(Bound at, @Nullable ISwc4jAst branch, boolean top) {
    List<DraftStep> steps = new ArrayList<>();
    if (branch != null) {
      statement(at.with(branch), steps, top);
    }
    return steps;
  }
}
