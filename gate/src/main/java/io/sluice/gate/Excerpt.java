package io.sluice.gate;

import io.sluice.model.run.Interval;

/**
 * A part of a run, from {@code fromNanos} to {@code toNanos} from its start. A request belongs to
 * the part that it comes to its end in.
 */
record Excerpt(long fromNanos, long toNanos) {
  /** All of it. */
  static final Excerpt WHOLE = new Excerpt(0, Long.MAX_VALUE);

  /** Whether most of an interval lies in it. */
  boolean holds(Interval interval) {
    return holds(interval.fromNanos(), interval.toNanos());
  }

  /** Whether most of the time between lies in it. */
  boolean holds(long from, long to) {
    long middle = from + (to - from) / 2;
    return middle >= fromNanos && middle < toNanos;
  }
}
