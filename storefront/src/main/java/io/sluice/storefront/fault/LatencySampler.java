package io.sluice.storefront.fault;

/** A running source of delays. Any thread may call it; the order of calls is the order of draws. */
@FunctionalInterface
public interface LatencySampler {

  /** The next delay in nanoseconds, between 0 and one hour. */
  long nextNanos();
}
