package io.sluice.engine.pace;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Arm;

/**
 * One arm's part of a cell's arrivals: arrival k of the whole sequence is B's where coin k falls
 * below B's share. So the parts of both arms over all cells are the whole sequence, each arrival
 * once; and of a Poisson process each part is a Poisson process of its own.
 */
final class ArmArrivals implements ArrivalSequence {
  private final ArrivalSequence both;
  private final ArrivalModel.Split split;
  private final Coin coin;
  private final int step;
  private long k;

  /**
   * A part.
   *
   * @param both the cell's share of the whole sequence
   */
  ArmArrivals(ArrivalSequence both, ArrivalModel.Split split, long seed, Shard shard) {
    this.both = both;
    this.split = split;
    coin = new Coin(seed);
    step = shard.count();
    k = shard.index();
  }

  @Override
  public long nextNanos() {
    while (true) {
      long next = both.nextNanos();
      boolean mine = (coin.toss(k) < split.share()) == (split.arm() == Arm.B);
      k += step;
      if (mine || next == END) {
        return next;
      }
    }
  }
}
