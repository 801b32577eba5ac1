package io.sluice.k6.options;

import java.util.List;

/** A scenario: an executor with its options, all valid. */
public sealed interface ScenarioOptions
    permits ConstantVus,
        RampingVus,
        SharedIterations,
        PerVuIterations,
        ConstantArrivalRate,
        RampingArrivalRate {
  /** What every scenario has. */
  ScenarioCommon common();

  /** Its executor. */
  Executor executor();

  /** How long iterations are started at most, in nanoseconds. */
  long durationNanos();

  /** k6's line about it, such as {@code 10 looping VUs for 1m0s (gracefulStop: 30s)}. */
  String describe();

  /**
   * How many users it needs when, in nanoseconds after its own start: with those that finish their
   * iterations, and the last step to none.
   */
  List<VuStep> requirements();

  /** When nothing of it can go on any more, in nanoseconds after the start of the run. */
  default long endNanos() {
    return common().startTimeNanos() + requirements().getLast().offsetNanos();
  }

  /** The most users that it may have at one time. */
  default long maxVus() {
    return requirements().stream().mapToLong(s -> s.planned() + s.unplanned()).max().orElse(0);
  }
}
