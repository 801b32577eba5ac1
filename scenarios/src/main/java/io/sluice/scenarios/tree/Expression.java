package io.sluice.scenarios.tree;

import io.sluice.scenarios.source.Location;

/** A value as it was written; its names are not resolved yet. */
public sealed interface Expression {
  /** Where it begins. */
  Location at();

  /** A variable, a name of the environment, {@code user_number} or {@code iteration}. */
  record Name(String name, Location at) implements Expression {}

  /** A column of the row that a variable holds: {@code user.email}. */
  record Column(String name, String column, Location at) implements Expression {}

  /** A whole number. */
  record Whole(long value, Location at) implements Expression {}

  /** A text in quotes. */
  record Quoted(String text, Location at) implements Expression {}

  /** Two numbers and what is done with them. */
  record Arithmetic(Operator operator, Expression left, Expression right, Location at)
      implements Expression {}

  /** {@code random(from, to)}, both ends included. */
  record Random(Expression from, Expression to, Location at) implements Expression {}

  /** {@code pick(source)}. */
  record Pick(String source, Location at) implements Expression {}

  /** {@code uuid()}. */
  record Uuid(Location at) implements Expression {}

  /** What is done with two numbers. */
  enum Operator {
    PLUS,
    MINUS,
    TIMES
  }
}
