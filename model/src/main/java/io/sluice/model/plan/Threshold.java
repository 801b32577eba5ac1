package io.sluice.model.plan;

/** What the statistic of an objective is compared with. */
public sealed interface Threshold {
  /**
   * A number of its own.
   *
   * @param value in the unit of the measure: see {@link Measure#unit()}
   */
  record Fixed(double value) implements Threshold {
    public Fixed {
      if (!(value >= 0)) {
        throw new IllegalArgumentException("a threshold must be >= 0");
      }
    }
  }

  /**
   * The same statistic of a stored baseline, and a margin: {@code factor * baseline + offset}.
   *
   * @param factor 1.05 for {@code baseline + 5%}
   * @param offset in the unit of the measure, such as 50 ms for {@code baseline + 50ms}
   */
  record OfBaseline(double factor, double offset) implements Threshold {
    public OfBaseline {
      if (!(factor >= 0) || Double.isNaN(offset)) {
        throw new IllegalArgumentException("a baseline's margin must leave it at 0 or more");
      }
    }
  }
}
