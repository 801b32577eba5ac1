package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.EndpointScope;

/**
 * A share of requests of some endpoints whose answer ends after half of its body. Such a request
 * has its effect in the shop; an answer without a body ends as usual.
 *
 * @param rate the probability, 0 to 1
 * @param ending how it ends, not {@link Ending#COMPLETE}
 */
public record CutRule(EndpointScope scope, double rate, Ending ending) implements Rule {
  public CutRule {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          ending.text() + " rate must be between 0 and 1, was " + rate);
    }
    if (ending == Ending.COMPLETE) {
      throw new IllegalArgumentException("a cut answer must not end complete");
    }
  }

  /**
   * Reads a percentage, with a scope and {@code =} before it or for all endpoints: {@code 5%},
   * {@code checkout=10%}.
   *
   * @throws IllegalArgumentException if scope or percentage cannot be read
   */
  public static CutRule parse(String text, Ending ending) {
    double rate = ShareText.parse(ending.text() + " rate", Rule.valueOf(text));
    return new CutRule(Rule.scopeOf(text), rate, ending);
  }
}
