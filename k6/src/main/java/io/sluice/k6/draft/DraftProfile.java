package io.sluice.k6.draft;

import java.time.Duration;
import java.util.List;

/** How much load there is, and for how long. */
public sealed interface DraftProfile {
  /** How long what was started may go on after the end. */
  Duration gracefulStop();

  /** So many users, again and again. */
  record Users(long users, Duration duration, Duration gracefulStop) implements DraftProfile {}

  /** So many iterations of each user. */
  record Iterations(long users, long each, Duration limit, Duration gracefulStop)
      implements DraftProfile {}

  /** A number of users that goes from stage to stage. */
  record UserRamp(long from, List<Stage> stages, Duration gracefulStop) implements DraftProfile {}

  /**
   * New iterations at a rate.
   *
   * @param perMinute how many in a minute
   */
  record Rate(double perMinute, Duration duration, long maxUsers, Duration gracefulStop)
      implements DraftProfile {}

  /** A rate that goes from stage to stage, in iterations per minute. */
  record RateRamp(double from, List<Stage> stages, long maxUsers, Duration gracefulStop)
      implements DraftProfile {}

  /**
   * A stage of a ramp.
   *
   * @param target users, or iterations per minute, at its end
   */
  record Stage(Duration duration, double target) {}
}
