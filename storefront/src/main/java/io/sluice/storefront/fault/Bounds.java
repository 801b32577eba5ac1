package io.sluice.storefront.fault;

import java.time.Duration;

/** What the figures of a latency may be. */
final class Bounds {
  private static final long LONGEST_NANOS = Latency.LONGEST.toNanos();

  private Bounds() {}

  static void delay(String name, Duration delay) {
    if (delay.isNegative() || delay.compareTo(Latency.LONGEST) > 0) {
      throw new IllegalArgumentException(
          "latency's " + name + " must be between 0 and 1 hour, was " + delay);
    }
  }

  static void sigma(String name, double sigma) {
    if (!(sigma >= 0 && sigma <= 5)) {
      throw new IllegalArgumentException(name + " must be between 0 and 5, was " + sigma);
    }
  }

  /** A draw as a delay. */
  static long nanos(double drawn) {
    return Math.min(LONGEST_NANOS, Math.round(drawn));
  }
}
