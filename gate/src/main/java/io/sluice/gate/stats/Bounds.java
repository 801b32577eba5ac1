package io.sluice.gate.stats;

/**
 * The ends of a confidence interval.
 *
 * @param low at most {@code high}; {@code NaN} if there is no interval
 * @param high infinite if the samples do not bound it, {@code NaN} if there is no interval
 */
public record Bounds(double low, double high) {
  /** No interval. */
  public static final Bounds NONE = new Bounds(Double.NaN, Double.NaN);

  public Bounds {
    if (low > high) {
      throw new IllegalArgumentException("bounds must be in order, were " + low + " to " + high);
    }
  }

  /** The bounds of 1 - x where these are those of x. */
  public Bounds complement() {
    return new Bounds(1 - high, 1 - low);
  }
}
