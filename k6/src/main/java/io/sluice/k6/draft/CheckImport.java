package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstNull;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Fields;
import io.sluice.k6.syntax.Functions;
import io.sluice.k6.syntax.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries the conditions of {@code check} over. */
final class CheckImport {
  private final Values values;
  private final Answers answers;
  private final Notes notes;

  CheckImport(Values values, Answers answers, Notes notes) {
    this.values = values;
    this.answers = answers;
    this.notes = notes;
  }

  /** Adds the conditions of a check to the request whose answer it looks at. */
  void add(Bound conditions, DraftStep.Request request) {
    Fields fields = values.fields(conditions);
    if (fields == null) {
      notes.add(
          conditions, "the checks '%s' are not carried over".formatted(Notes.written(conditions)));
      return;
    }
    for (Map.Entry<String, Bound> field : fields.all().entrySet()) {
      Bound known = values.resolve(field.getValue());
      ISwc4jAst function = Functions.of(known.node());
      ISwc4jAst result = function == null ? null : Functions.result(function);
      List<DraftStep.Demand> demands = null;
      if (function != null && result != null) {
        answers.given(function, request);
        demands = demands(known.with(result));
      }
      if (demands == null) {
        notes.add(
            field.getValue(),
            "the check '%s' is not carried over: '%s' cannot be said"
                .formatted(field.getKey(), Notes.written(field.getValue())));
      } else {
        for (int i = 0; i < demands.size(); i++) {
          String name = field.getKey() + (i == 0 ? "" : " (" + (i + 1) + ")");
          request.checks().add(new DraftStep.Check(name, demands.get(i)));
        }
      }
    }
  }

  /** What must hold, all of it; null where that cannot be said. */
  private @Nullable List<DraftStep.Demand> demands(Bound condition) {
    Bound at = condition.with(Values.plain(condition.node()));
    List<Long> statuses = statuses(at);
    if (statuses != null) {
      return List.of(
          new DraftStep.Demand.Status(
              String.join(",", statuses.stream().map(String::valueOf).toList())));
    }
    if (at.node() instanceof Swc4jAstBinExpr binary) {
      if (binary.getOp() == Swc4jAstBinaryOp.LogicalAnd) {
        List<Bound> conditions = new ArrayList<>();
        operands(at, conditions);
        return all(conditions);
      }
      DraftStep.Demand one = comparison(at, binary);
      return one == null ? null : List.of(one);
    }
    if (at.node() instanceof Swc4jAstCallExpr call) {
      DraftStep.Demand has = bodyHas(at, call);
      if (has != null) {
        return List.of(has);
      }
    }
    Answers.Part part = answers.part(at);
    return part == null ? null : List.of(new DraftStep.Demand.Exists(part.path()));
  }

  /** {@code r.status === 200 || r.status === 201}. */
  private @Nullable List<Long> statuses(Bound at) {
    if (!(Values.plain(at.node()) instanceof Swc4jAstBinExpr binary)) {
      return null;
    }
    if (binary.getOp() == Swc4jAstBinaryOp.LogicalOr) {
      List<Long> left = statuses(at.with(binary.getLeft()));
      List<Long> right = statuses(at.with(binary.getRight()));
      if (left == null || right == null) {
        return null;
      }
      List<Long> either = new ArrayList<>(left);
      either.addAll(right);
      return either;
    }
    Double number = values.number(at.with(binary.getRight()));
    boolean equal = isEqual(binary) && answers.ofField(at.with(binary.getLeft()), "status") != null;
    return equal && number != null && number > 99 ? List.of(Math.round(number)) : null;
  }

  /** The conditions that stand between {@code &&}. */
  private static void operands(Bound at, List<Bound> list) {
    if (Values.plain(at.node()) instanceof Swc4jAstBinExpr both
        && both.getOp() == Swc4jAstBinaryOp.LogicalAnd) {
      operands(at.with(both.getLeft()), list);
      operands(at.with(both.getRight()), list);
    } else {
      list.add(at.with(Values.plain(at.node())));
    }
  }

  private @Nullable List<DraftStep.Demand> all(List<Bound> conditions) {
    List<DraftStep.Demand> all = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      DraftStep.Demand range =
          i + 1 < conditions.size() ? statusRange(conditions.get(i), conditions.get(i + 1)) : null;
      List<DraftStep.Demand> demands = range == null ? demands(conditions.get(i)) : List.of(range);
      if (demands == null) {
        return null;
      }
      all.addAll(demands);
      i += range == null ? 0 : 1;
    }
    return all;
  }

  /** {@code r.status >= 200 && r.status < 300}. */
  private DraftStep.@Nullable Demand statusRange(Bound first, Bound second) {
    if (first.node() instanceof Swc4jAstBinExpr low
        && second.node() instanceof Swc4jAstBinExpr high
        && answers.ofField(first.with(low.getLeft()), "status") != null
        && answers.ofField(second.with(high.getLeft()), "status") != null) {
      Double from = values.number(first.with(low.getRight()));
      Double to = values.number(second.with(high.getRight()));
      boolean ordered =
          low.getOp() == Swc4jAstBinaryOp.GtEq
              && (high.getOp() == Swc4jAstBinaryOp.Lt || high.getOp() == Swc4jAstBinaryOp.LtEq);
      if (ordered && from != null && to != null) {
        long last = Math.round(to) - (high.getOp() == Swc4jAstBinaryOp.Lt ? 1 : 0);
        return new DraftStep.Demand.Status(Math.round(from) + "-" + last);
      }
    }
    return null;
  }

  private DraftStep.@Nullable Demand comparison(Bound at, Swc4jAstBinExpr binary) {
    Bound left = at.with(Values.plain(binary.getLeft()));
    Bound right = at.with(Values.plain(binary.getRight()));
    Double number = values.number(right);
    boolean below =
        binary.getOp() == Swc4jAstBinaryOp.Lt || binary.getOp() == Swc4jAstBinaryOp.LtEq;
    if (below && number != null && number > 0 && isDuration(left)) {
      return new DraftStep.Demand.Faster(Duration.ofNanos(Math.round(number * 1e6)));
    }
    if (binary.getOp() == Swc4jAstBinaryOp.Gt && number != null && number == 0) {
      Answers.Part list = answers.part(left);
      return list != null && list.path().endsWith(".length")
          ? new DraftStep.Demand.NotEmpty(list.path().replaceFirst("\\.length$", ""))
          : null;
    }
    Answers.Part part = answers.part(left);
    if (part == null) {
      return null;
    }
    boolean unequal =
        binary.getOp() == Swc4jAstBinaryOp.NotEq || binary.getOp() == Swc4jAstBinaryOp.NotEqEq;
    if (unequal && isNothing(right)) {
      return new DraftStep.Demand.Exists(part.path());
    }
    String text = number == null ? values.text(right) : number(number);
    return isEqual(binary) && text != null ? new DraftStep.Demand.Equal(part.path(), text) : null;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
  }

  private static boolean isEqual(Swc4jAstBinExpr binary) {
    return binary.getOp() == Swc4jAstBinaryOp.EqEq || binary.getOp() == Swc4jAstBinaryOp.EqEqEq;
  }

  private static boolean isNothing(Bound value) {
    return value.node() instanceof Swc4jAstNull
        || (value.node() instanceof Swc4jAstIdent name && name.getSym().equals("undefined"));
  }

  /** {@code r.timings.duration}. */
  private boolean isDuration(Bound at) {
    return at.node() instanceof Swc4jAstMemberExpr member
        && "duration".equals(Values.key(member.getProp()))
        && answers.ofField(at.with(member.getObj()), "timings") != null;
  }

  /** {@code r.body.includes('text')}. */
  private DraftStep.@Nullable Demand bodyHas(Bound at, Swc4jAstCallExpr call) {
    if (call.getCallee() instanceof Swc4jAstMemberExpr member
        && "includes".equals(Values.key(member.getProp()))
        && call.getArgs().size() == 1
        && answers.ofField(at.with(member.getObj()), "body") != null) {
      String text = values.text(at.with(call.getArgs().getFirst().getExpr()));
      return text == null ? null : new DraftStep.Demand.BodyHas(text);
    }
    return null;
  }
}
