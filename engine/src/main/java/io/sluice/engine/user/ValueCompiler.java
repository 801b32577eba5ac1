package io.sluice.engine.user;

import io.sluice.model.plan.Comparison;
import io.sluice.model.plan.Condition;
import io.sluice.model.plan.DataSource;
import io.sluice.model.plan.Expr;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Compiles expressions and conditions to objects that are evaluated without allocation. */
final class ValueCompiler {
  private final List<DataSource> data;
  private final TextBuffer left = new TextBuffer();
  private final TextBuffer right = new TextBuffer();

  ValueCompiler(List<DataSource> data) {
    this.data = data;
  }

  /** Whether an expression is a number whatever the user's slots hold. */
  static boolean isNumber(Expr expr) {
    return switch (expr) {
      case Expr.Text _, Expr.Slot _, Expr.Field _, Expr.Uuid _ -> false;
      case Expr.Whole _,
          Expr.PickRow _,
          Expr.RandomInteger _,
          Expr.UserNumber _,
          Expr.IterationNumber _,
          Expr.Sum _,
          Expr.Difference _,
          Expr.Product _ ->
          true;
    };
  }

  NumberValue number(Expr expr) {
    return switch (expr) {
      case Expr.Whole(long value) -> _ -> value;
      case Expr.Slot(int index) -> user -> user.slots.number(index);
      case Expr.PickRow(int source) -> {
        int rows = data.get(source).rows().size();
        yield user -> user.nextBetween(0, rows - 1L);
      }
      case Expr.RandomInteger(Expr from, Expr to) -> {
        NumberValue low = number(from);
        NumberValue high = number(to);
        yield user -> user.nextBetween(low.of(user), high.of(user));
      }
      case Expr.UserNumber() -> user -> user.number + 1L;
      case Expr.IterationNumber() -> user -> user.iteration;
      case Expr.Sum(Expr a, Expr b) -> {
        NumberValue x = number(a);
        NumberValue y = number(b);
        yield user -> x.of(user) + y.of(user);
      }
      case Expr.Difference(Expr a, Expr b) -> {
        NumberValue x = number(a);
        NumberValue y = number(b);
        yield user -> x.of(user) - y.of(user);
      }
      case Expr.Product(Expr a, Expr b) -> {
        NumberValue x = number(a);
        NumberValue y = number(b);
        yield user -> x.of(user) * y.of(user);
      }
      case Expr.Text _, Expr.Field _, Expr.Uuid _ -> {
        TextValue text = text(expr);
        TextBuffer digits =
            new TextBuffer(); // its own: a comparison of texts may be using the others
        yield user -> {
          digits.clear();
          text.append(user, digits);
          return Decimal.parse(digits.bytes(), digits.length());
        };
      }
    };
  }

  /** Whether an expression has a number to give: all that it reads are numbers. */
  Test given(Expr expr) {
    return switch (expr) {
      case Expr.Slot(int index) -> user -> user.slots.holdsNumber(index);
      case Expr.Sum(Expr a, Expr b) -> both(a, b);
      case Expr.Difference(Expr a, Expr b) -> both(a, b);
      case Expr.Product(Expr a, Expr b) -> both(a, b);
      case Expr.RandomInteger(Expr a, Expr b) -> both(a, b);
      case Expr.Text _, Expr.Field _, Expr.Uuid _ -> {
        TextValue text = text(expr);
        TextBuffer digits = new TextBuffer();
        yield user -> {
          digits.clear();
          text.append(user, digits);
          return Decimal.isNumber(digits.bytes(), digits.length());
        };
      }
      case Expr.Whole _, Expr.PickRow _, Expr.UserNumber _, Expr.IterationNumber _ -> _ -> true;
    };
  }

  private Test both(Expr a, Expr b) {
    Test first = given(a);
    Test second = given(b);
    return user -> first.holds(user) && second.holds(user);
  }

  TextValue text(Expr expr) {
    return switch (expr) {
      case Expr.Text(String value) -> {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        yield (_, out) -> out.append(bytes, 0, bytes.length);
      }
      case Expr.Slot(int index) -> (user, out) -> user.slots.appendTo(index, out);
      case Expr.Field(int source, int column, int slot) -> {
        byte[][] cells = column(data.get(source), column);
        yield (user, out) -> {
          byte[] cell = cells[(int) user.slots.number(slot)];
          out.append(cell, 0, cell.length);
        };
      }
      case Expr.Uuid() -> Uuids::append;
      default -> {
        NumberValue number = number(expr);
        yield (user, out) -> Decimal.append(number.of(user), out);
      }
    };
  }

  private static byte[][] column(DataSource source, int column) {
    return source.rows().stream()
        .map(row -> row.get(column).getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }

  Test test(Condition condition) {
    return switch (condition) {
      case Condition.Present(int slot) -> user -> user.slots.present(slot);
      case Condition.LastFailed() -> user -> user.lastFailed;
      case Condition.Not(Condition inner) -> {
        Test test = test(inner);
        yield user -> !test.holds(user);
      }
      case Condition.CompareNumbers(Expr a, Comparison comparison, Expr b) ->
          compare(number(a), comparison, number(b));
      case Condition.CompareTexts(Expr a, Comparison comparison, Expr b) -> {
        TextValue x = text(a);
        TextValue y = text(b);
        boolean wanted = comparison == Comparison.EQ;
        yield user -> same(user, x, y) == wanted;
      }
    };
  }

  private static Test compare(NumberValue a, Comparison comparison, NumberValue b) {
    return switch (comparison) {
      case LT -> user -> a.of(user) < b.of(user);
      case LE -> user -> a.of(user) <= b.of(user);
      case GT -> user -> a.of(user) > b.of(user);
      case GE -> user -> a.of(user) >= b.of(user);
      case EQ -> user -> a.of(user) == b.of(user);
      case NE -> user -> a.of(user) != b.of(user);
    };
  }

  private boolean same(VirtualUser user, TextValue a, TextValue b) {
    left.clear();
    a.append(user, left);
    right.clear();
    b.append(user, right);
    return java.util.Arrays.equals(
        left.bytes(), 0, left.length(), right.bytes(), 0, right.length());
  }
}
