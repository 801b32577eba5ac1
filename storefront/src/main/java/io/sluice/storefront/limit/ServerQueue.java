package io.sluice.storefront.limit;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * {@link Limit.SingleServer} at work: departure = max(arrival, departure of the one before) +
 * service time (Lindley's recursion).
 */
final class ServerQueue implements Limiter {
  private static final double NANOS_PER_SECOND = 1e9;

  private final double meanNanos;
  private final Limit.ServiceTime serviceTime;
  private final RandomGenerator random;

  /** Fractions of a nanosecond count: at high rates their sum is not small. */
  private double freeNanos;

  ServerQueue(double rate, Limit.ServiceTime serviceTime, RandomGenerator random) {
    this.meanNanos = NANOS_PER_SECOND / rate;
    this.serviceTime = serviceTime;
    this.random = random;
  }

  @Override
  public synchronized OptionalLong admit(long arrivalNanos) {
    double factor =
        switch (serviceTime) {
          case EXPONENTIAL -> random.nextExponential();
          case CONSTANT -> 1;
        };
    freeNanos = Math.max((double) arrivalNanos, freeNanos) + meanNanos * factor;
    return OptionalLong.of(Math.round(freeNanos));
  }
}
