package io.sluice.k6.draft;

import java.util.List;

/** A value that is known when it is used. */
public sealed interface DraftValue {
  /** A text that is always the same. */
  record Text(String text) implements DraftValue {}

  /** A whole number. */
  record Whole(long number) implements DraftValue {}

  /** A variable, or a name of the environment. */
  record Name(String name) implements DraftValue {}

  /** A column of a row that a variable holds. */
  record Column(String variable, String column) implements DraftValue {}

  /** A row of a table, held by a variable. */
  record Row(String variable, List<String> columns) implements DraftValue {}

  /** A whole number, both ends included. */
  record Random(DraftValue from, DraftValue to) implements DraftValue {}

  /** An entry of a list or table, by chance. */
  record Pick(String data) implements DraftValue {}

  /**
   * A number from two others.
   *
   * @param operator {@code +}, {@code -} or {@code *}
   */
  record Arithmetic(char operator, DraftValue left, DraftValue right) implements DraftValue {}

  /** The user's number, from 1. */
  record UserNumber() implements DraftValue {}

  /** The iteration's number, from 1. */
  record Iteration() implements DraftValue {}

  /** A random UUID. */
  record Uuid() implements DraftValue {}

  /** Texts and values, one after the other. */
  record Words(List<DraftValue> parts) implements DraftValue {
    /** Copies the parts. */
    public Words {
      parts = List.copyOf(parts);
    }
  }
}
