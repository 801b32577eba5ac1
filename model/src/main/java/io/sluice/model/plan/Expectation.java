package io.sluice.model.plan;

import java.time.Duration;

/** What a check demands of a response. A failed exchange satisfies none of them. */
public sealed interface Expectation {
  /** The status is one of these. */
  record Status(StatusSet accepted) implements Expectation {}

  /** The response time, intended start to last byte, is below this. */
  record FasterThan(Duration limit) implements Expectation {
    public FasterThan {
      if (!limit.isPositive()) {
        throw new IllegalArgumentException("a time limit must be > 0, was " + limit);
      }
    }
  }

  /** The selector finds a value other than JSON null. */
  record Found(Selector selector) implements Expectation {}

  /** The selector finds a text, array or object that is not empty. */
  record NotEmpty(Selector selector) implements Expectation {}

  /** The selector finds exactly this text. */
  record EqualTo(Selector selector, Template expected) implements Expectation {}

  /** What code decides by itself, in a group of its own. */
  record OfCode(String group) implements Expectation {}

  /** The selected text holds this text. */
  record Contains(Selector selector, String text) implements Expectation {}
}
