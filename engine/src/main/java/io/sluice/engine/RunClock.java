package io.sluice.engine;

import io.sluice.engine.wire.Clock;

/** The clock of a run: reads 0 at an instant that is fixed once, before any cell reads it. */
final class RunClock implements Clock {
  private long start;

  /** Fixes the start; happens before the cells' first reading by way of a latch. */
  void startNow() {
    start = System.nanoTime();
  }

  /** The run's time at a reading of {@link System#nanoTime()}. */
  long at(long nanoTime) {
    return nanoTime - start;
  }

  @Override
  public long nanos() {
    return System.nanoTime() - start;
  }
}
