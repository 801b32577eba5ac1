package io.sluice.k6.options;

/**
 * When the iterations of a constant arrival rate are due: every timeUnit / rate, the first at once.
 *
 * @param periodNanos the time between two, in nanoseconds, cut off
 * @param durationNanos how long iterations are started, in nanoseconds
 */
public record ConstantRateTicks(long periodNanos, long durationNanos) {
  /** The ticks of a scenario. */
  public static ConstantRateTicks of(ConstantArrivalRate scenario) {
    return new ConstantRateTicks(
        (long) ((double) scenario.timeUnitNanos() / scenario.rate()), scenario.durationNanos());
  }

  /** How many there are before the scenario's end; {@link Long#MAX_VALUE} if the period is 0. */
  public long count() {
    return periodNanos == 0 ? Long.MAX_VALUE : Math.ceilDiv(durationNanos, periodNanos);
  }

  /**
   * When one is due, in nanoseconds after the scenario's start.
   *
   * @param index from 0
   */
  public long atNanos(long index) {
    return index * periodNanos;
  }
}
