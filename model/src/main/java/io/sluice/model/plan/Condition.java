package io.sluice.model.plan;

/** A question that a script asks before it jumps. */
public sealed interface Condition {
  /** The slot was assigned in this iteration and not cleared since. */
  record Present(int slot) implements Condition {}

  /** The last settled exchange had an outcome other than {@code ok}. */
  record LastFailed() implements Condition {}

  /** Compares two whole numbers. */
  record CompareNumbers(Expr left, Comparison comparison, Expr right) implements Condition {}

  /** Compares two texts for equality; only {@code EQ} and {@code NE}. */
  record CompareTexts(Expr left, Comparison comparison, Expr right) implements Condition {
    public CompareTexts {
      if (comparison != Comparison.EQ && comparison != Comparison.NE) {
        throw new IllegalArgumentException("texts are compared with == or !=, not " + comparison);
      }
    }
  }

  /** The opposite. */
  record Not(Condition condition) implements Condition {}
}
