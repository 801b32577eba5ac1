package io.sluice.engine.pace;

import java.util.SplittableRandom;

/**
 * A Poisson process by its inverse: the k-th arrival is where the integral of the rate reaches the
 * sum of k exponential draws. Every cell draws the whole sequence and keeps its share, so that the
 * union over the cells is the same process however many there are.
 */
final class PoissonArrivals implements ArrivalSequence {
  private final RateCurve curve;
  private final SplittableRandom random;
  private final Shard shard;
  private long k;
  private double sum;

  PoissonArrivals(RateCurve curve, long seed, Shard shard) {
    this.curve = curve;
    this.random = new SplittableRandom(seed);
    this.shard = shard;
  }

  @Override
  public long nextNanos() {
    while (true) {
      sum -= Math.log(1 - random.nextDouble());
      boolean mine = k++ % shard.count() == shard.index();
      if (sum >= curve.total()) {
        return END;
      }
      if (mine) {
        return curve.nanosOf(sum);
      }
    }
  }
}
