package io.sluice.k6.metrics;

/**
 * A single number that can be asked of a metric's samples.
 *
 * @param kind what
 * @param percentile of {@link Kind#PERCENTILE}: 0 to 100; else 0
 */
public record Aggregation(Kind kind, double percentile) {
  /** The sum of a counter's values; the number of a trend's. */
  public static final Aggregation COUNT = new Aggregation(Kind.COUNT, 0);

  /** A counter's sum per second of the run; a rate's share, 0 to 1. */
  public static final Aggregation RATE = new Aggregation(Kind.RATE, 0);

  /** A gauge's last value. */
  public static final Aggregation VALUE = new Aggregation(Kind.VALUE, 0);

  /** The mean of a trend. */
  public static final Aggregation AVG = new Aggregation(Kind.AVG, 0);

  /** The least value of a trend or a gauge. */
  public static final Aggregation MIN = new Aggregation(Kind.MIN, 0);

  /** The greatest value of a trend or a gauge. */
  public static final Aggregation MAX = new Aggregation(Kind.MAX, 0);

  /** The median of a trend. */
  public static final Aggregation MED = new Aggregation(Kind.MED, 0);

  /** How many values of a rate are not 0. */
  public static final Aggregation PASSES = new Aggregation(Kind.PASSES, 0);

  /** How many values of a rate are 0. */
  public static final Aggregation FAILS = new Aggregation(Kind.FAILS, 0);

  /** What can be asked. */
  public enum Kind {
    /** See {@link Aggregation#COUNT}. */
    COUNT,
    /** See {@link Aggregation#RATE}. */
    RATE,
    /** See {@link Aggregation#VALUE}. */
    VALUE,
    /** See {@link Aggregation#AVG}. */
    AVG,
    /** See {@link Aggregation#MIN}. */
    MIN,
    /** See {@link Aggregation#MAX}. */
    MAX,
    /** See {@link Aggregation#MED}. */
    MED,
    /** A percentile of a trend. */
    PERCENTILE,
    /** See {@link Aggregation#PASSES}. */
    PASSES,
    /** See {@link Aggregation#FAILS}. */
    FAILS
  }

  /** Checks the percentile. */
  public Aggregation {
    if (!(percentile >= 0 && percentile <= 100)) {
      throw new IllegalArgumentException("percentile must be 0 to 100, was " + percentile);
    }
  }

  /**
   * A percentile.
   *
   * @param percentile 0 to 100
   */
  public static Aggregation percentile(double percentile) {
    return new Aggregation(Kind.PERCENTILE, percentile);
  }
}
