package io.sluice.storefront.fault;

/** A running source of delays. Any thread may call it; the order of calls is the order of draws. */
@FunctionalInterface
public interface LatencySampler {

  /**
   * The next delay.
   *
   * @param elapsedNanos from the server's start to the arrival of the request, at least 0
   * @return nanoseconds, between 0 and one hour
   */
  long nanosAt(long elapsedNanos);
}
