package io.sluice.scenarios.network;

import io.sluice.model.plan.Limits;
import io.sluice.model.plan.Network;

/** How targets are reached, and within which limits. */
public record Reach(Network network, Limits limits) {
  /** What holds where nothing is set. */
  public static final Reach DEFAULT = new Reach(Network.DEFAULT, Limits.DEFAULT);

  Reach with(Network other) {
    return new Reach(other, limits);
  }

  Reach with(Limits others) {
    return new Reach(network, others);
  }
}
