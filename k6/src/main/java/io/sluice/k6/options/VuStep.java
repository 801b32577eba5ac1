package io.sluice.k6.options;

/**
 * From a time on, so many users.
 *
 * @param offsetNanos when, in nanoseconds after the start
 * @param planned how many users there are to be from then on
 * @param unplanned how many more there may come to be
 */
public record VuStep(long offsetNanos, long planned, long unplanned) {
  /** A step to users that are all planned. */
  public VuStep(long offsetNanos, long planned) {
    this(offsetNanos, planned, 0);
  }
}
