package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.EndpointScope;

/** Bodies of some endpoints leave drop by drop. */
public record DripRule(EndpointScope scope, Drip drip) implements Rule {

  /**
   * Reads a drip, with a scope and {@code =} before it or for all endpoints: {@code 16B/100ms},
   * {@code assets=1KB/10ms}.
   *
   * @throws IllegalArgumentException if scope or drip cannot be read
   */
  public static DripRule parse(String text) {
    return new DripRule(Rule.scopeOf(text), Drip.parse(Rule.valueOf(text)));
  }
}
