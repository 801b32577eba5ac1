package io.sluice.truth;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What is done to a generator while it makes its load. */
enum Starvation {
  /** Nothing. */
  CLEAN("left alone"),
  /** Stopped for two seconds, some time in the run. */
  STOPPED("stopped for 2 s (SIGSTOP)"),
  /** Let run for 10 ms of every 100 ms, as cpulimit does. */
  LIMITED("10 % of a core (10 ms of every 100 ms)"),
  /** Its loop waits for 700 ms in every 600th answer that it reads. */
  BLOCKED("its loop blocked for 700 ms every 3 s");

  private static final Duration STOP = Duration.ofSeconds(2);
  private static final Duration ON = Duration.ofMillis(10);
  private static final Duration OFF = Duration.ofMillis(90);

  private final String words;

  Starvation(String words) {
    this.words = words;
  }

  /** For tables. */
  String words() {
    return words;
  }

  /**
   * Starves a process from now, the start of its load, until that load is over.
   *
   * @param share where in the time that there is a stop begins, 0 to 1
   */
  void act(Process process, Duration load, double share) {
    long start = System.nanoTime();
    switch (this) {
      case CLEAN, BLOCKED -> {}
      case STOPPED -> {
        long room = load.minus(STOP).toNanos();
        rest(Duration.ofNanos((long) (room * (0.1 + 0.7 * share))));
        Signals.stop(process);
        rest(STOP);
        Signals.resume(process);
      }
      case LIMITED -> {
        while (System.nanoTime() - start < load.toNanos() && process.isAlive()) {
          Signals.stop(process);
          rest(OFF);
          Signals.resume(process);
          rest(ON);
        }
      }
    }
  }

  private static void rest(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
    }
  }
}
