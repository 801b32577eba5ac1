package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.EndpointScope;

/** A latency for some endpoints. */
public record LatencyRule(EndpointScope scope, Latency latency) implements Rule {

  /**
   * Reads a latency, with a scope and {@code =} before it or for all endpoints: {@code fixed:20ms},
   * {@code checkout=fixed:3s}, {@code /auth/login=uniform:1ms..5ms}.
   *
   * @throws IllegalArgumentException if scope or latency cannot be read
   */
  public static LatencyRule parse(String text) {
    return new LatencyRule(Rule.scopeOf(text), Latency.parse(Rule.valueOf(text)));
  }
}
