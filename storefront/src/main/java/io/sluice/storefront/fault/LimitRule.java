package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.EndpointScope;
import io.sluice.storefront.limit.Limit;

/** A limit that all requests of some endpoints share: their latency begins when it lets them go. */
public record LimitRule(EndpointScope scope, Limit limit) implements Rule {

  /**
   * Reads a limit, with a scope and {@code =} before it or for all endpoints: {@code mm1:3000/s},
   * {@code checkout=tokens:100/s}.
   *
   * @throws IllegalArgumentException if scope or limit cannot be read
   */
  public static LimitRule parse(String text) {
    return new LimitRule(Rule.scopeOf(text), Limit.parse(Rule.valueOf(text)));
  }
}
