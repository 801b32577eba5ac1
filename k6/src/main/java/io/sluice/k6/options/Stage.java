package io.sluice.k6.options;

import java.util.List;

/**
 * A stretch of a ramp.
 *
 * @param durationNanos how long it lasts, in nanoseconds; 0 jumps
 * @param target users, or iterations per time unit, at its end; at least 0
 */
public record Stage(long durationNanos, long target) {
  /** How long stages last, one after the other, in nanoseconds. */
  public static long total(List<Stage> stages) {
    return stages.stream().mapToLong(Stage::durationNanos).sum();
  }

  /** The greatest of a start and all targets. */
  public static long greatest(long start, List<Stage> stages) {
    return Math.max(start, stages.stream().mapToLong(Stage::target).max().orElse(start));
  }
}
