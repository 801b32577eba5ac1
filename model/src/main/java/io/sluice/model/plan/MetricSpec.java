package io.sluice.model.plan;

/**
 * A metric of the scenario's own.
 *
 * @param name letters, digits and underscores, not starting with a digit
 * @param kind how values add up
 */
public record MetricSpec(String name, Kind kind) {
  /** How a metric's values add up. */
  public enum Kind {
    /** A distribution of durations. */
    TREND,
    /** A distribution of numbers that are no durations. */
    NUMBERS,
    /** The share of values that were true. */
    RATE,
    /** A sum of numbers. */
    COUNTER,
    /** A number of which the last, the smallest and the largest count. */
    GAUGE
  }

  public MetricSpec {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException(
          "a metric's name must be letters, digits and underscores, was '" + name + "'");
    }
  }
}
