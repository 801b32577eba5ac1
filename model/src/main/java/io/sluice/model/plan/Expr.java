package io.sluice.model.plan;

/**
 * A value computed by a virtual user: whole numbers or text, evaluated without allocation.
 *
 * <p>Whether an expression is a number or a text is known when the script is compiled. A slot that
 * holds text may stand where a number is expected; it is then read as a decimal whole number, and
 * counts as 0 if it is none.
 */
public sealed interface Expr {
  /** A constant text. */
  record Text(String value) implements Expr {}

  /** A constant whole number. */
  record Whole(long value) implements Expr {}

  /** What the user's slot holds: text that was extracted, or a number that was assigned. */
  record Slot(int index) implements Expr {}

  /**
   * A column of the row that a slot points at.
   *
   * @param source index into {@link LoadPlan#data()}
   * @param column index into {@link DataSource#columns()}
   * @param slot the slot that holds the row's number, as {@link PickRow} assigned it
   */
  record Field(int source, int column, int slot) implements Expr {}

  /** A row number of a data source, uniform at random. */
  record PickRow(int source) implements Expr {}

  /** A whole number, uniform at random, both ends included. */
  record RandomInteger(Expr from, Expr to) implements Expr {}

  /** The number of the virtual user: 1 for the first. */
  record UserNumber() implements Expr {}

  /** The number of the user's iteration: 1 for the first. */
  record IterationNumber() implements Expr {}

  /** A random UUID (RFC 9562 version 4) from the user's seeded stream. */
  record Uuid() implements Expr {}

  /** left + right. */
  record Sum(Expr left, Expr right) implements Expr {}

  /** left - right. */
  record Difference(Expr left, Expr right) implements Expr {}

  /** left * right. */
  record Product(Expr left, Expr right) implements Expr {}
}
