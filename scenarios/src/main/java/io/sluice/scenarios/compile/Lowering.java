package io.sluice.scenarios.compile;

import io.sluice.model.plan.Comparison;
import io.sluice.model.plan.Condition;
import io.sluice.model.plan.DataSource;
import io.sluice.model.plan.Expr;
import io.sluice.model.plan.Op;
import io.sluice.scenarios.compile.Scope.Scalar;
import io.sluice.scenarios.compile.Scope.Variable;
import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.tree.Expression;
import io.sluice.scenarios.tree.Question;
import io.sluice.scenarios.tree.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Resolves the names in expressions, conditions and texts. A row that is picked in the midst of a
 * text is put into a slot by an instruction before the one that uses it.
 */
final class Lowering {
  private static final Typed FAILED = new Typed(new Expr.Slot(-1), Scalar.TEXT);

  private final Environment environment;
  private final Scope scope;
  private final PlanParts parts;
  private final ScriptBuilder script;
  private final Problems problems;

  /** An expression and what its value is. */
  record Typed(Expr value, Scope.Type type) {}

  /** A piece of a text: one that is known now, or one that is filled in for each request. */
  sealed interface Piece {}

  record Fixed(String text) implements Piece {}

  record Filled(Expr value, boolean number) implements Piece {}

  Lowering(
      Environment environment,
      Scope scope,
      PlanParts parts,
      ScriptBuilder script,
      Problems problems) {
    this.environment = environment;
    this.scope = scope;
    this.parts = parts;
    this.script = script;
    this.problems = problems;
  }

  /** The pieces of a text; neighbours that are known now are one piece. */
  List<Piece> pieces(Words words) {
    List<Piece> pieces = new ArrayList<>();
    for (Words.Piece word : words.pieces()) {
      Piece piece = piece(word);
      if (piece instanceof Fixed(String text)
          && !pieces.isEmpty()
          && pieces.getLast() instanceof Fixed(String before)) {
        pieces.set(pieces.size() - 1, new Fixed(before + text));
      } else {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  Piece piece(Words.Piece piece) {
    return switch (piece) {
      case Words.Plain plain -> new Fixed(plain.text());
      case Words.Hole hole -> {
        Typed typed = value(hole.value());
        yield typed.value() instanceof Expr.Text(String text)
            ? new Fixed(text)
            : new Filled(typed.value(), typed.type() == Scalar.NUMBER);
      }
    };
  }

  /** What {@code set} puts into a slot: a value, or the number of a row. */
  Expr assigned(Expression expression) {
    if (expression instanceof Expression.Pick pick) {
      int source = parts.source(pick.source(), pick.at());
      return new Expr.PickRow(Math.max(0, source));
    }
    if (expression instanceof Expression.Name name) {
      Variable variable = scope.find(name.name());
      if (variable != null) {
        return new Expr.Slot(variable.slot());
      }
    }
    return value(expression).value();
  }

  /** A text or a number. */
  Typed value(Expression expression) {
    return switch (expression) {
      case Expression.Whole whole -> new Typed(new Expr.Whole(whole.value()), Scalar.NUMBER);
      case Expression.Quoted quoted -> new Typed(new Expr.Text(quoted.text()), Scalar.TEXT);
      case Expression.Uuid _ -> new Typed(new Expr.Uuid(), Scalar.TEXT);
      case Expression.Random random -> new Typed(random(random), Scalar.NUMBER);
      case Expression.Arithmetic arithmetic -> new Typed(arithmetic(arithmetic), Scalar.NUMBER);
      case Expression.Pick pick -> picked(pick);
      case Expression.Column column -> column(column);
      case Expression.Name name -> name(name);
    };
  }

  private Typed name(Expression.Name name) {
    if (name.name().equals(Scope.USER_NUMBER)) {
      return new Typed(new Expr.UserNumber(), Scalar.NUMBER);
    }
    if (name.name().equals(Scope.ITERATION)) {
      return new Typed(new Expr.IterationNumber(), Scalar.NUMBER);
    }
    String text = environment.find(name.name());
    if (text != null) {
      return new Typed(new Expr.Text(text), Scalar.TEXT);
    }
    Variable variable = scope.require(name.name(), name.at());
    if (variable == null) {
      return FAILED;
    }
    return variable.type() instanceof Scope.Row(int source)
        ? onlyColumn(source, variable.slot(), name.name(), name.at())
        : new Typed(new Expr.Slot(variable.slot()), variable.type());
  }

  private Typed picked(Expression.Pick pick) {
    int source = parts.source(pick.source(), pick.at());
    if (source < 0) {
      return FAILED;
    }
    int slot = script.newSlot();
    script.add(new Op.Assign(slot, new Expr.PickRow(source)));
    return onlyColumn(source, slot, "pick(" + pick.source() + ")", pick.at());
  }

  private Typed onlyColumn(int source, int slot, String what, Location at) {
    if (source < 0) {
      return FAILED;
    }
    DataSource rows = parts.rows(source);
    if (!rows.isList()) {
      problems.add(
          at,
          "'%s' is a row of '%s'; name one of its columns: %s"
              .formatted(what, rows.name(), String.join(", ", rows.columns())));
      return FAILED;
    }
    return new Typed(new Expr.Field(source, 0, slot), scope.columnType(source, DataSource.VALUE));
  }

  private Typed column(Expression.Column column) {
    Variable variable = scope.require(column.name(), column.at());
    if (variable == null) {
      return FAILED;
    }
    if (!(variable.type() instanceof Scope.Row(int source))) {
      problems.add(
          column.at(),
          "'%s' is %s and has no column '%s'"
              .formatted(column.name(), variable.type().describe(), column.column()));
      return FAILED;
    }
    if (source < 0) {
      return FAILED;
    }
    DataSource rows = parts.rows(source);
    int number = rows.columns().indexOf(column.column());
    if (number < 0) {
      problems.add(
          column.at(),
          "'%s' has no column '%s', only %s"
              .formatted(rows.name(), column.column(), String.join(", ", rows.columns())),
          column.column(),
          rows.columns());
      return FAILED;
    }
    return new Typed(
        new Expr.Field(source, number, variable.slot()), scope.columnType(source, column.column()));
  }

  private Expr random(Expression.Random random) {
    Expr from = number(random.from());
    Expr to = number(random.to());
    if (from instanceof Expr.Whole(long low) && to instanceof Expr.Whole(long high) && low > high) {
      problems.add(random.at(), "the ends of random(%d, %d) must be in order".formatted(low, high));
    }
    return new Expr.RandomInteger(from, to);
  }

  private Expr arithmetic(Expression.Arithmetic arithmetic) {
    Expr left = number(arithmetic.left());
    Expr right = number(arithmetic.right());
    return switch (arithmetic.operator()) {
      case PLUS -> new Expr.Sum(left, right);
      case MINUS -> new Expr.Difference(left, right);
      case TIMES -> new Expr.Product(left, right);
    };
  }

  /** A value that is calculated with: a whole number, or a text that may hold one. */
  Expr number(Expression expression) {
    Typed typed = value(expression);
    if (typed.equals(FAILED)) {
      return new Expr.Whole(0);
    }
    return switch (typed.value()) {
      case Expr.Text(String text) -> {
        if (isWhole(text) && expression instanceof Expression.Name) {
          yield new Expr.Whole(Long.parseLong(text));
        }
        problems.add(expression.at(), "expected a whole number, was '" + text + "'");
        yield new Expr.Whole(0);
      }
      case Expr.Uuid _ -> {
        problems.add(expression.at(), "expected a whole number, was a UUID");
        yield new Expr.Whole(0);
      }
      case Expr.Field(int source, int column, int _) -> {
        DataSource rows = parts.rows(source);
        rows.rows().stream()
            .map(row -> row.get(column))
            .filter(cell -> !isWhole(cell))
            .findFirst()
            .ifPresent(
                cell ->
                    problems.add(
                        expression.at(),
                        "expected whole numbers, but '%s' holds '%s'"
                            .formatted(rows.name(), cell)));
        yield typed.value();
      }
      default -> typed.value();
    };
  }

  private static boolean isWhole(String text) {
    return text.matches("-?\\d{1,18}");
  }

  Condition condition(Question question) {
    return switch (question) {
      case Question.LastFailed _ -> new Condition.LastFailed();
      case Question.Not not -> new Condition.Not(condition(not.question()));
      case Question.IsSet set -> {
        Variable variable = scope.require(set.name(), set.at());
        yield new Condition.Present(variable == null ? 0 : variable.slot());
      }
      case Question.Compare compare -> compare(compare);
    };
  }

  private Condition compare(Question.Compare compare) {
    Comparison comparison = compare.comparison();
    boolean ordered = comparison != Comparison.EQ && comparison != Comparison.NE;
    if (ordered || isNumber(compare.left()) || isNumber(compare.right())) {
      return new Condition.CompareNumbers(
          number(compare.left()), comparison, number(compare.right()));
    }
    return new Condition.CompareTexts(
        value(compare.left()).value(), comparison, value(compare.right()).value());
  }

  /** Whether it is compared as a number wherever it stands. */
  private boolean isNumber(Expression expression) {
    return switch (expression) {
      case Expression.Whole _, Expression.Arithmetic _, Expression.Random _ -> true;
      case Expression.Quoted _, Expression.Uuid _, Expression.Pick _ -> false;
      case Expression.Column _ -> false;
      case Expression.Name name -> {
        Variable variable = scope.find(name.name());
        yield name.name().equals(Scope.USER_NUMBER)
            || name.name().equals(Scope.ITERATION)
            || (variable != null && variable.type() == Scalar.NUMBER);
      }
    };
  }
}
