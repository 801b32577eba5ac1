package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstNumber;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import io.sluice.k6.syntax.Api;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Values;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a script sleeps, from shortest to longest. */
final class Seconds {
  private static final int DEEPEST = 20;

  private final Values values;
  private final Notes notes;

  Seconds(Values values, Notes notes) {
    this.values = values;
    this.notes = notes;
  }

  /** Both ends, in seconds. */
  private record Range(double min, double max) {
    Range combine(Range other, java.util.function.DoubleBinaryOperator operator) {
      double a = operator.applyAsDouble(min, other.min);
      double b = operator.applyAsDouble(max, other.max);
      double c = operator.applyAsDouble(min, other.max);
      double d = operator.applyAsDouble(max, other.min);
      return new Range(
          Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }
  }

  /** The pause that an argument of {@code sleep} makes, or null. */
  DraftStep.@Nullable Think think(Bound argument) {
    Range range = range(argument, 0);
    return range == null || !(range.max() >= 0) || Double.isInfinite(range.max())
        ? null
        : new DraftStep.Think(duration(Math.max(0, range.min())), duration(range.max()));
  }

  static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private @Nullable Range range(Bound expression, int depth) {
    Bound at = values.resolve(expression);
    if (depth > DEEPEST) {
      return null;
    }
    return switch (at.node()) {
      case Swc4jAstNumber number -> new Range(number.getValue(), number.getValue());
      case Swc4jAstStr text -> number(text.getValue());
      case Swc4jAstBinExpr binary -> binary(at, binary, depth + 1);
      case Swc4jAstCallExpr call -> call(at, call, depth + 1);
      default -> null;
    };
  }

  private static @Nullable Range number(String text) {
    try {
      double value = Double.parseDouble(text);
      return new Range(value, value);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private @Nullable Range binary(Bound at, Swc4jAstBinExpr binary, int depth) {
    Range right = range(at.with(binary.getRight()), depth);
    String name = Expressions.environment(Values.plain(binary.getLeft()));
    if (name != null) {
      if (right != null) {
        notes.add(
            at,
            "a pause cannot depend on the environment: %s is taken as %s"
                .formatted(
                    name,
                    right.max() == Math.rint(right.max())
                        ? (Object) Math.round(right.max())
                        : right.max()));
      }
      return right;
    }
    Range left = range(at.with(binary.getLeft()), depth);
    if (left == null || right == null) {
      return null;
    }
    return switch (binary.getOp()) {
      case Add -> left.combine(right, Double::sum);
      case Sub -> left.combine(right, (a, b) -> a - b);
      case Mul -> left.combine(right, (a, b) -> a * b);
      case Div -> left.combine(right, (a, b) -> a / b);
      default -> null;
    };
  }

  private @Nullable Range call(Bound at, Swc4jAstCallExpr call, int depth) {
    String api = Api.called(at.tree(), call);
    if ("k6-utils.randomIntBetween".equals(api) && call.getArgs().size() == 2) {
      Range from = range(at.with(call.getArgs().get(0).getExpr()), depth);
      Range to = range(at.with(call.getArgs().get(1).getExpr()), depth);
      return from == null || to == null ? null : new Range(from.min(), to.max());
    }
    if (call.getCallee() instanceof Swc4jAstMemberExpr member
        && member.getObj() instanceof Swc4jAstIdent whole
        && whole.getSym().equals("Math")) {
      if ("random".equals(Values.key(member.getProp()))) {
        return new Range(0, 1);
      }
      return call.getArgs().size() == 1
          ? range(at.with(call.getArgs().getFirst().getExpr()), depth)
          : null;
    }
    boolean conversion =
        call.getCallee() instanceof Swc4jAstIdent name
            && (name.getSym().equals("Number") || name.getSym().startsWith("parse"))
            && !call.getArgs().isEmpty();
    return conversion ? range(at.with(call.getArgs().getFirst().getExpr()), depth) : null;
  }
}
