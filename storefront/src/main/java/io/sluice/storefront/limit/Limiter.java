package io.sluice.storefront.limit;

import java.util.OptionalLong;

/** A limit at work. Any thread may call it; the order of calls is the order of service. */
@FunctionalInterface
public interface Limiter {

  /**
   * Lets a request in.
   *
   * @param arrivalNanos since the server's start
   * @return when its service is over, by the same clock; empty if it is refused
   */
  OptionalLong admit(long arrivalNanos);
}
