package io.sluice.storefront.limit;

import java.util.OptionalLong;

/** {@link Limit.Tokens} at work. */
final class TokenBucket implements Limiter {
  private static final double NANOS_PER_SECOND = 1e9;

  private final double tokensPerNano;
  private final int burst;
  private double tokens;
  private long filledNanos;

  TokenBucket(double rate, int burst) {
    this.tokensPerNano = rate / NANOS_PER_SECOND;
    this.burst = burst;
    this.tokens = burst;
  }

  /**
   * Subtle: an arrival that is reported late by another thread must not fill the bucket twice; and
   * clocks tell whole nanoseconds, so that a token counts that is full within the next one. Without
   * that a bucket of one token would refuse every other of requests that come at just its rate.
   */
  @Override
  public synchronized OptionalLong admit(long arrivalNanos) {
    if (arrivalNanos > filledNanos) {
      tokens = Math.min(burst, tokens + (arrivalNanos - filledNanos) * tokensPerNano);
      filledNanos = arrivalNanos;
    }
    if (tokens < 1 - tokensPerNano) {
      return OptionalLong.empty();
    }
    tokens--;
    return OptionalLong.of(arrivalNanos);
  }
}
