package io.sluice.gate.compare;

import java.time.Duration;

/**
 * How the time of an arm is cut into slices of the same length. Slices of both arms have the same
 * numbers.
 *
 * @param from where slice 0 starts, in nanoseconds from the start of the run
 * @param sliceNanos length of a slice; intervals of the run may be shorter
 * @param slices how many there are
 * @param tail whether what comes after the last slice belongs to it
 */
record Frame(long from, long sliceNanos, int slices, Tail tail) {
  /** Slices of longer runs are longer: as many tell how long the series remembers. */
  private static final int MOST_SLICES = 240;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** What happens to requests that end after the last slice. */
  enum Tail {
    /** They were intended before its end: they belong to it. */
    KEPT,
    /** The arm is longer than the other one: they have no partner. */
    CUT
  }

  /** The frame of a stretch, when the stretch that both arms have in common is so long. */
  static Frame of(Stretch stretch, long common) {
    long sliceNanos = Math.max(1, Math.ceilDiv(common, MOST_SLICES * SECOND)) * SECOND;
    int slices = Math.toIntExact(common / sliceNanos);
    Tail tail = stretch.length() < common + sliceNanos ? Tail.KEPT : Tail.CUT;
    return new Frame(stretch.from(), sliceNanos, slices, tail);
  }

  double sliceSeconds() {
    return (double) sliceNanos / SECOND;
  }

  /** How long all slices are together, in seconds. */
  double seconds() {
    return slices * sliceSeconds();
  }

  /** Whether an interval, by its middle, lies before the end of the last slice. */
  boolean inTime(long fromNanos, long toNanos) {
    return number(fromNanos, toNanos) < slices;
  }

  /** Number of the slice that an interval belongs to; negative if to none. */
  int slice(long fromNanos, long toNanos) {
    long number = number(fromNanos, toNanos);
    if (number < slices) {
      return (int) Math.max(0, number);
    }
    return tail == Tail.KEPT ? slices - 1 : -1;
  }

  private long number(long fromNanos, long toNanos) {
    return Math.floorDiv(fromNanos + (toNanos - fromNanos) / 2 - from, sliceNanos);
  }
}
