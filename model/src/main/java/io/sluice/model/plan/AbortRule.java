package io.sluice.model.plan;

import java.time.Duration;

/**
 * When a run is ended before its plan is.
 *
 * @param when whether at all
 * @param grace how long the measured load must have gone on before
 */
public record AbortRule(When when, Duration grace) {
  /** Whether a run ends early. */
  public enum When {
    /** The plan is carried out whatever is seen. */
    NEVER,
    /** As soon as it is certain that the run cannot pass. */
    CERTAIN
  }

  /** Carries the plan out. */
  public static final AbortRule NEVER = new AbortRule(When.NEVER, Duration.ZERO);

  /**
   * Ends it after a minute at the earliest: with less, too little is known of how requests go
   * together.
   */
  public static final AbortRule WHEN_CERTAIN = new AbortRule(When.CERTAIN, Duration.ofMinutes(1));

  public AbortRule {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("a grace period must be >= 0, was " + Units.format(grace));
    }
  }
}
