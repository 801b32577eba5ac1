package io.sluice.model.plan;

/**
 * A service level objective: one statistic of one selection against one threshold.
 *
 * @param measure the statistic
 * @param selection what it is computed over
 * @param comparison {@code <} or {@code <=} for times, error rates and rates of the scenario's own,
 *     {@code >} or {@code >=} for throughput, availability and checks; a {@code rate(…)} takes both
 * @param threshold in nanoseconds, as a share of 0 to 1, or per second: see {@link Measure#unit()}
 * @param expression as the user wrote it
 */
public record Objective(
    Measure measure,
    Selection selection,
    Comparison comparison,
    double threshold,
    String expression) {
  public Objective {
    boolean floor =
        switch (measure) {
          case Measure.Throughput _, Measure.Availability _, Measure.CheckRate _ -> true;
          case Measure.RateShare _ -> comparison.isLowerBound();
          case Measure.ResponseQuantile _,
              Measure.ResponseMean _,
              Measure.ErrorRate _,
              Measure.TrendQuantile _,
              Measure.TrendMean _ ->
              false;
        };
    if (floor ? !comparison.isLowerBound() : !comparison.isUpperBound()) {
      throw new IllegalArgumentException(
          "expected %s in '%s', was %s"
              .formatted(floor ? "> or >=" : "< or <=", expression, comparison));
    }
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException("a threshold must be >= 0 in '" + expression + "'");
    }
    if (measure.unit() == Measure.Unit.TIME && threshold == 0) {
      throw new IllegalArgumentException("a time must be > 0 in '" + expression + "'");
    }
  }

  /**
   * Reads an objective such as {@code p95{endpoint:auth} < 500ms}; see {@link ObjectiveParser}.
   *
   * @throws IllegalArgumentException with the rule, the text and the nearest valid name
   */
  public static Objective parse(String expression) {
    return new ObjectiveParser(expression).parse();
  }

  /** The threshold as it is read. */
  public String thresholdText() {
    return format(threshold);
  }

  /** A value of the measure as it is read: {@code 420ms}, {@code 0.5%}, {@code 1,200/min}. */
  public String format(double value) {
    return switch (measure.unit()) {
      case TIME -> Units.formatNanos(value);
      case SHARE -> Units.percent(value);
      case RATE ->
          expression.matches(".*/\\s*m(in|inute)?\\s*")
              ? Units.number(value * 60) + "/min"
              : Units.number(value) + "/s";
    };
  }

  @Override
  public String toString() {
    return expression;
  }
}
