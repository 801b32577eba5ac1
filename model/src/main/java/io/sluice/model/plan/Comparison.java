package io.sluice.model.plan;

/** A comparison operator. */
public enum Comparison {
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">="),
  EQ("=="),
  NE("!=");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as it is written. */
  public String symbol() {
    return symbol;
  }

  /**
   * The operator written so.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Comparison of(String symbol) {
    for (Comparison comparison : values()) {
      if (comparison.symbol.equals(symbol)) {
        return comparison;
      }
    }
    throw new IllegalArgumentException(
        "expected one of <, <=, >, >=, ==, !=, was '" + symbol + "'");
  }

  /** Whether {@code left symbol right} holds. */
  public boolean holds(double left, double right) {
    return switch (this) {
      case LT -> left < right;
      case LE -> left <= right;
      case GT -> left > right;
      case GE -> left >= right;
      case EQ -> left == right;
      case NE -> left != right;
    };
  }

  /** Whether the threshold is a ceiling: {@code <} or {@code <=}. */
  public boolean isUpperBound() {
    return this == LT || this == LE;
  }

  /** Whether the threshold is a floor: {@code >} or {@code >=}. */
  public boolean isLowerBound() {
    return this == GT || this == GE;
  }

  @Override
  public String toString() {
    return symbol;
  }
}
