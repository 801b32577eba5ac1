package io.sluice.k6.metrics.threshold;

import java.util.Arrays;
import java.util.stream.Stream;

/** How a threshold compares. In the order in which they are looked for: longer ones first. */
enum Operator {
  LESS_EQUAL("<="),
  LESS("<"),
  GREATER_EQUAL(">="),
  GREATER(">"),
  STRICTLY_EQUAL("==="),
  EQUAL("=="),
  NOT_EQUAL("!=");

  private final String text;

  Operator(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  boolean holds(double left, double right) {
    return switch (this) {
      case LESS_EQUAL -> left <= right;
      case LESS -> left < right;
      case GREATER_EQUAL -> left >= right;
      case GREATER -> left > right;
      case STRICTLY_EQUAL, EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
    };
  }

  static Stream<Operator> all() {
    return Arrays.stream(values());
  }
}
