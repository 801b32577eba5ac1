package io.sluice.model.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * When iterations start: the only place where load is described.
 *
 * <p>Open models start iterations on a schedule whatever the target does; closed models keep a
 * number of users busy, each waiting for its responses (Schroeder, Wierman, Harchol-Balter: Open
 * Versus Closed, NSDI 2006).
 */
public sealed interface ArrivalModel {
  /** How long new iterations may start. */
  Duration duration();

  /** Whether arrivals come on a schedule of their own. */
  default boolean open() {
    return switch (this) {
      case ConstantRate _, RampingRate _ -> true;
      case ConstantUsers _, RampingUsers _, Iterations _, SharedIterations _ -> false;
      case Split split -> split.whole().open();
    };
  }

  /** The load that it is a part of: itself unless it is {@link Split}. */
  default ArrivalModel whole() {
    return this;
  }

  /** The most users that may be busy at once. */
  int maxUsers();

  /** How an open model spaces its arrivals. */
  enum Spacing {
    /** A Poisson process: independent visitors. */
    POISSON,
    /** Evenly spaced: arrival k, from 0, where k + 1/2 are due. */
    UNIFORM,
    /** Evenly spaced, the first one at the start: arrival k, from 0, where k are due. */
    FROM_START,
    /** Evenly spaced, none at the start: arrival k, from 0, where k + 1 are due. */
    WHEN_DUE
  }

  /** A stage of a ramp of users: from the level before, linearly to {@code target}. */
  record UserStage(Duration duration, int target) {
    public UserStage {
      requireNotNegative("a stage's duration", duration);
      if (target < 0) {
        throw new IllegalArgumentException("a stage's users must be >= 0, was " + target);
      }
    }
  }

  /** A stage of a ramp of rates, per second: from the level before, linearly to {@code target}. */
  record RateStage(Duration duration, double target) {
    public RateStage {
      requireNotNegative("a stage's duration", duration);
      if (!(target >= 0) || Double.isInfinite(target)) {
        throw new IllegalArgumentException("a stage's rate must be >= 0, was " + target);
      }
    }
  }

  /** Closed: the same number of users all the time. */
  record ConstantUsers(int users, Duration duration) implements ArrivalModel {
    public ConstantUsers {
      requirePositive("users", users);
      requirePositive("duration", duration);
    }

    @Override
    public int maxUsers() {
      return users;
    }
  }

  /** Closed: a number of users that follows stages. */
  record RampingUsers(int start, List<UserStage> stages) implements ArrivalModel {
    public RampingUsers {
      stages = List.copyOf(stages);
      if (start < 0) {
        throw new IllegalArgumentException("start users must be >= 0, was " + start);
      }
      requirePositive(
          "the stages' total duration", total(stages.stream().map(UserStage::duration).toList()));
      requirePositive("the highest number of users", highest(start, stages));
    }

    @Override
    public Duration duration() {
      return total(stages.stream().map(UserStage::duration).toList());
    }

    @Override
    public int maxUsers() {
      return highest(start, stages);
    }

    private static int highest(int start, List<UserStage> stages) {
      return Math.max(start, stages.stream().mapToInt(UserStage::target).max().orElse(0));
    }
  }

  /** Open: the same arrival rate all the time, in iterations per second. */
  record ConstantRate(double perSecond, Duration duration, Spacing spacing, int maxUsers)
      implements ArrivalModel {
    public ConstantRate {
      if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
        throw new IllegalArgumentException("rate must be > 0, was " + perSecond + "/s");
      }
      requirePositive("duration", duration);
      requirePositive("max users", maxUsers);
    }
  }

  /** Open: an arrival rate that follows stages, in iterations per second. */
  record RampingRate(double start, List<RateStage> stages, Spacing spacing, int maxUsers)
      implements ArrivalModel {
    public RampingRate {
      stages = List.copyOf(stages);
      if (!(start >= 0) || Double.isInfinite(start)) {
        throw new IllegalArgumentException("start rate must be >= 0, was " + start + "/s");
      }
      requirePositive(
          "the stages' total duration", total(stages.stream().map(RateStage::duration).toList()));
      if (Math.max(start, stages.stream().mapToDouble(RateStage::target).max().orElse(0)) <= 0) {
        throw new IllegalArgumentException("the highest rate must be > 0");
      }
      requirePositive("max users", maxUsers);
    }

    @Override
    public Duration duration() {
      return total(stages.stream().map(RateStage::duration).toList());
    }
  }

  /** Closed: each of the users runs a fixed number of iterations, within a time limit. */
  record Iterations(int users, long perUser, Duration duration) implements ArrivalModel {
    public Iterations {
      requirePositive("users", users);
      requirePositive("iterations", perUser);
      requirePositive("duration", duration);
    }

    @Override
    public int maxUsers() {
      return users;
    }
  }

  /** Closed: users take iterations from a common number until it is used up or time is. */
  record SharedIterations(int users, long iterations, Duration duration) implements ArrivalModel {
    public SharedIterations {
      requirePositive("users", users);
      requirePositive("iterations", iterations);
      requirePositive("duration", duration);
    }

    @Override
    public int maxUsers() {
      return users;
    }
  }

  /** One of two sides that are compared under the same load. */
  enum Arm {
    /** The reference: what runs today. */
    A,
    /** What is to be judged: the release. */
    B;

    /** The tag that tells requests of the two apart; scenarios cannot use it. */
    public static final String TAG = "arm";

    /** {@code a} or {@code b}. */
    public String key() {
      return this == A ? "a" : "b";
    }

    /** A name with the arm that its tags say: {@code login [a]}; the name alone without one. */
    public static String label(String name, Map<String, String> tags) {
      String arm = tags.get(TAG);
      return arm == null ? name : name + " [" + arm + "]";
    }
  }

  /**
   * One arm's part of a load that two arms divide at random: every arrival, or every user of a
   * closed model, is one arm's, and both have theirs in the same seconds. Which is whose follows
   * from the seed alone.
   *
   * @param whole what is divided; not itself split
   * @param share B's, more than 0 and less than 1
   */
  record Split(ArrivalModel whole, Arm arm, double share) implements ArrivalModel {
    public Split {
      if (whole instanceof Split) {
        throw new IllegalArgumentException("a load that is split cannot be split again");
      }
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "B's share must lie between 0% and 100%, was " + Units.percent(share));
      }
    }

    /** This arm's share, 0 to 1. */
    public double ownShare() {
      return arm == Arm.A ? 1 - share : share;
    }

    @Override
    public Duration duration() {
      return whole.duration();
    }

    /** Its share of the whole's, rounded up. */
    @Override
    public int maxUsers() {
      return (int) Math.ceil(whole.maxUsers() * ownShare());
    }
  }

  private static Duration total(List<Duration> durations) {
    return durations.stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static void requirePositive(String what, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(what + " must be > 0, was " + value);
    }
  }

  private static void requirePositive(String what, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(what + " must be > 0, was " + Units.format(value));
    }
  }

  private static void requireNotNegative(String what, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(what + " must be >= 0, was " + Units.format(value));
    }
  }
}
