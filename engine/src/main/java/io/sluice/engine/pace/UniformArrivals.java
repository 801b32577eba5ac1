package io.sluice.engine.pace;

/** Arrival k, from 0, at the instant where so many more than k arrivals are due. */
final class UniformArrivals implements ArrivalSequence {
  private final RateCurve curve;
  private final double ahead;
  private final int step;
  private long k;

  /**
   * Evenly spaced arrivals.
   *
   * @param ahead how many more than k: 0 to 1
   */
  UniformArrivals(RateCurve curve, double ahead, Shard shard) {
    this.curve = curve;
    this.ahead = ahead;
    step = shard.count();
    k = shard.index();
  }

  @Override
  public long nextNanos() {
    long next = curve.nanosOf((double) k + ahead);
    k += step;
    return next;
  }
}
