package io.sluice.gate;

/**
 * How often the generator itself was too late for an objective to be judged by its times.
 *
 * @param limitNanos a lateness that bears on the objective's threshold
 * @param share of requests that were taken up later than that, of answers that may have lain unread
 *     for longer, or of the loops' ticks that came later, whichever is largest
 * @param budget the share that cannot change the judgement
 */
record Lateness(double limitNanos, double share, double budget) {
  /** No lateness bears on it. */
  static final Lateness NONE = new Lateness(0, 0, 1);

  /** Whether it was late more often than the judgement bears. */
  boolean excessive() {
    return share > budget;
  }
}
