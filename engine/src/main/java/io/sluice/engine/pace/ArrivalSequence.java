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
   * The share of a cell in the arrivals of an open model. Both arms of a load that is split must be
   * given the same seed.
   *
   * @throws IllegalArgumentException if the model is closed
   */
  static ArrivalSequence of(ArrivalModel model, long seed, Shard shard) {
    return switch (model) {
      case ArrivalModel.Split split ->
          new ArmArrivals(of(split.whole(), seed, shard), split, seed, shard);
      case ArrivalModel.ConstantRate rate -> of(rate.spacing(), RateCurve.of(rate), seed, shard);
      case ArrivalModel.RampingRate ramp -> of(ramp.spacing(), RateCurve.of(ramp), seed, shard);
      case ArrivalModel.ConstantUsers _,
          ArrivalModel.RampingUsers _,
          ArrivalModel.Iterations _,
          ArrivalModel.SharedIterations _ ->
          throw new IllegalArgumentException("a closed model has no arrival rate");
    };
  }

  private static ArrivalSequence of(
      ArrivalModel.Spacing spacing, RateCurve curve, long seed, Shard shard) {
    return switch (spacing) {
      case UNIFORM -> new UniformArrivals(curve, 0.5, shard);
      case FROM_START -> new UniformArrivals(curve, 0, shard);
      case WHEN_DUE -> new UniformArrivals(curve, 1, shard);
      case POISSON -> new PoissonArrivals(curve, seed, shard);
    };
  }
}
