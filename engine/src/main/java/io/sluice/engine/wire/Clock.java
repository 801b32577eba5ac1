package io.sluice.engine.wire;

/** A monotonic clock that reads 0 at the start of the run. */
@FunctionalInterface
public interface Clock {
  /** Nanoseconds since the start of the run; negative before it. */
  long nanos();

  /** A clock that reads 0 at the given reading of {@link System#nanoTime()}. */
  static Clock startingAt(long nanoTime) {
    return () -> System.nanoTime() - nanoTime;
  }
}
