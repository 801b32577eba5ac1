package io.sluice.cli;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How something that failed is tried again: four times at most, after 0.5, 1 and 2 seconds, each
 * shortened at random by up to a half so that many who failed together do not come back together;
 * and never beyond 30 seconds in all.
 *
 * @param nanos a clock that never goes back
 * @param jitter numbers of 0 to 1
 * @param pauses waits
 */
record Patience(LongSupplier nanos, DoubleSupplier jitter, Pauses pauses) {
  /** At most so many tries. */
  static final int TRIES = 4;

  /** At most so long, first try included. */
  static final Duration BUDGET = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /** Waits. */
  @FunctionalInterface
  interface Pauses {
    void pause(Duration length) throws InterruptedException;
  }

  /** By the process's clock. */
  static Patience system() {
    return new Patience(
        System::nanoTime, () -> ThreadLocalRandom.current().nextDouble(), Thread::sleep);
  }

  /**
   * How long to wait after a try that failed.
   *
   * @param attempt 1 for the first
   * @param asked what the other side asked for; zero if nothing
   */
  Duration after(int attempt, Duration asked) {
    long most = FIRST_PAUSE.toNanos() << (attempt - 1);
    Duration ours = Duration.ofNanos(Math.round(most * (1 - jitter.getAsDouble() / 2)));
    return asked.compareTo(ours) > 0 ? asked : ours;
  }
}
