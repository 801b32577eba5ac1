package io.sluice.engine.fake;

import io.sluice.engine.wire.Clock;

/** A clock that goes where it is told, never backwards. */
public final class ManualClock implements Clock {
  private long now;

  @Override
  public long nanos() {
    return now;
  }

  /** Goes on by so many nanoseconds. */
  public void advance(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException("a clock does not go backwards: " + nanos);
    }
    now += nanos;
  }

  /** Goes on to a time, unless it is past it. */
  public void advanceTo(long nanos) {
    now = Math.max(now, nanos);
  }
}
