package io.sluice.engine.pace;

/** Arrival k, from 0, at the instant where k + 1/2 arrivals are due. */
final class UniformArrivals implements ArrivalSequence {
  private final RateCurve curve;
  private final int step;
  private long k;

  UniformArrivals(RateCurve curve, Shard shard) {
    this.curve = curve;
    step = shard.count();
    k = shard.index();
  }

  @Override
  public long nextNanos() {
    long next = curve.nanosOf((double) k + 0.5);
    k += step;
    return next;
  }
}
