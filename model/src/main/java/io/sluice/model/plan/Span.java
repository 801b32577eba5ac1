package io.sluice.model.plan;

import java.time.Duration;

/** Which part of the selected windows an objective looks at. */
public sealed interface Span {
  /** All of them. */
  record Whole() implements Span {}

  /** Their end: the last so and so long that was reached. */
  record Last(Duration length) implements Span {
    public Last {
      requirePositive(length);
    }
  }

  /** Each stretch of that length in them, moved on slice by slice: the worst one counts. */
  record Worst(Duration length) implements Span {
    public Worst {
      requirePositive(length);
    }
  }

  private static void requirePositive(Duration length) {
    if (!length.isPositive()) {
      throw new IllegalArgumentException("a span must be > 0, was " + Units.format(length));
    }
  }
}
