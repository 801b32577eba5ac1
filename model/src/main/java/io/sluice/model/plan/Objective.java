package io.sluice.model.plan;

import java.util.regex.Pattern;

/**
 * A service level objective: one statistic of one selection against one threshold.
 *
 * @param measure the statistic
 * @param selection what it is computed over
 * @param comparison one that fits the measure: see {@link Measure#goal()}
 * @param bound what it is compared with
 * @param severity what it means for the run if it does not hold
 * @param minSamples with fewer samples nothing is decided; 0 for what the statistics need
 * @param expression as the user wrote it
 */
public record Objective(
    Measure measure,
    Selection selection,
    Comparison comparison,
    Threshold bound,
    Severity severity,
    long minSamples,
    String expression) {
  /** What an objective that does not hold means for the run. */
  public enum Severity {
    /** The run fails. */
    FAIL,
    /** The run's verdict does not change, but the report says so. */
    WARN
  }

  private static final Pattern PER_MINUTE = Pattern.compile("/\\s*m(in|inute)?\\b");

  public Objective {
    boolean fits =
        switch (measure.goal()) {
          case CEILING -> comparison.isUpperBound();
          case FLOOR -> comparison.isLowerBound();
          case EITHER -> comparison.isUpperBound() || comparison.isLowerBound();
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "expected %s in '%s', was %s"
              .formatted(
                  measure.goal() == Measure.Goal.FLOOR ? "> or >=" : "< or <=",
                  expression,
                  comparison));
    }
    if (measure.unit() == Measure.Unit.TIME && bound.equals(new Threshold.Fixed(0))) {
      throw new IllegalArgumentException("a time must be > 0 in '" + expression + "'");
    }
    if (minSamples < 0) {
      throw new IllegalArgumentException("a number of samples must be >= 0, was " + minSamples);
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

  /** The same with another severity. */
  public Objective withSeverity(Severity other) {
    return new Objective(measure, selection, comparison, bound, other, minSamples, expression);
  }

  /** The same with another least number of samples. */
  public Objective withMinSamples(long other) {
    return new Objective(measure, selection, comparison, bound, severity, other, expression);
  }

  /** The same against a number; its expression stays. */
  public Objective against(double value) {
    return new Objective(
        measure,
        selection,
        comparison,
        new Threshold.Fixed(value),
        severity,
        minSamples,
        expression);
  }

  /**
   * The number that it is compared with, in the unit of the measure; {@code NaN} as long as it is
   * one of a baseline's.
   */
  public double threshold() {
    return switch (bound) {
      case Threshold.Fixed fixed -> fixed.value();
      case Threshold.OfBaseline _ -> Double.NaN;
    };
  }

  /** The threshold as it is read. */
  public String thresholdText() {
    return switch (bound) {
      case Threshold.Fixed fixed -> format(fixed.value());
      case Threshold.OfBaseline baseline -> text(baseline);
    };
  }

  private String text(Threshold.OfBaseline baseline) {
    double relative = baseline.factor() - 1;
    if (relative == 0 && baseline.offset() == 0) {
      return "baseline";
    }
    String sign = relative + baseline.offset() < 0 ? "-" : "+";
    String margin =
        relative != 0 ? Units.percent(Math.abs(relative)) : format(Math.abs(baseline.offset()));
    return "baseline " + sign + " " + margin;
  }

  /** A value of the measure as it is read: {@code 420ms}, {@code 0.5%}, {@code 1,200/min}. */
  public String format(double value) {
    return switch (measure.unit()) {
      case TIME -> Units.formatNanos(value);
      case SHARE -> Units.percent(value);
      case RATE ->
          PER_MINUTE.matcher(expression).find()
              ? Units.number(value * 60) + "/min"
              : Units.number(value) + "/s";
      case BYTE_RATE -> Units.bytes(value) + "/s";
      case NUMBER -> Units.number(value);
    };
  }

  @Override
  public String toString() {
    return expression;
  }
}
