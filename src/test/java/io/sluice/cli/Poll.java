package io.sluice.cli;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for another process. */
final class Poll {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final long PAUSE_NANOS = 20_000_000;

  private Poll() {}

  static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new AssertionError("after " + LIMIT + " still not: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
