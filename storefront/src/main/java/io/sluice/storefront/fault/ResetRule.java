package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.EndpointScope;

/**
 * A share of requests that some endpoints do not answer: in the answer's place HTTP/1.1 connections
 * are reset, HTTP/2 streams get RST_STREAM. Such a request has no effect in the shop.
 *
 * @param rate the probability, 0 to 1
 */
public record ResetRule(EndpointScope scope, double rate) implements Rule {
  public ResetRule {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("reset rate must be between 0 and 1, was " + rate);
    }
  }

  /**
   * Reads a percentage, with a scope and {@code =} before it or for all endpoints: {@code 5%},
   * {@code checkout=10%}.
   *
   * @throws IllegalArgumentException if scope or percentage cannot be read
   */
  public static ResetRule parse(String text) {
    return new ResetRule(Rule.scopeOf(text), ShareText.parse("reset rate", Rule.valueOf(text)));
  }
}
