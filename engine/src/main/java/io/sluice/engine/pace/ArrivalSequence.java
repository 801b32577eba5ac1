package io.sluice.engine.pace;

import io.sluice.model.plan.ArrivalModel;

/** The instants at which an open model starts iterations: pure, seeded, ascending. */
@FunctionalInterface
public interface ArrivalSequence {
  /** What {@link #nextNanos()} returns when there are no more. */
  long END = Long.MAX_VALUE;

  /** The next instant in nanoseconds from the start of the phase, or {@link #END}. */
  long nextNanos();

  /**
   * The share of a cell in the arrivals of an open model.
   *
   * @throws IllegalArgumentException if the model is closed
   */
  static ArrivalSequence of(ArrivalModel model, long seed, Shard shard) {
    RateCurve curve = RateCurve.of(model);
    ArrivalModel.Spacing spacing =
        model instanceof ArrivalModel.ConstantRate constant
            ? constant.spacing()
            : ((ArrivalModel.RampingRate) model).spacing();
    return switch (spacing) {
      case UNIFORM -> new UniformArrivals(curve, shard);
      case POISSON -> new PoissonArrivals(curve, seed, shard);
    };
  }
}
