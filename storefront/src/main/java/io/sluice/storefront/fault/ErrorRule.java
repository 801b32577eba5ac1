package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.EndpointScope;

/**
 * A share of requests that some endpoints answer with status 500.
 *
 * @param rate the probability, 0 to 1
 */
public record ErrorRule(EndpointScope scope, double rate) implements Rule {
  public ErrorRule {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("error rate must be between 0 and 1, was " + rate);
    }
  }

  /**
   * Reads a percentage, with a scope and {@code =} before it or for all endpoints: {@code 5%},
   * {@code checkout=10%}.
   *
   * @throws IllegalArgumentException if scope or percentage cannot be read
   */
  public static ErrorRule parse(String text) {
    return new ErrorRule(Rule.scopeOf(text), ShareText.parse("error rate", Rule.valueOf(text)));
  }
}
