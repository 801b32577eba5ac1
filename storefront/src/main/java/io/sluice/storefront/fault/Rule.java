package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.Endpoint;
import io.sluice.storefront.endpoint.EndpointScope;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that holds for the endpoints of a scope. As text: {@code [scope "="] value}; without a
 * scope it holds for all endpoints.
 */
sealed interface Rule permits LatencyRule, ErrorRule, ResetRule {
  EndpointScope scope();

  /** The rule that counts for an endpoint: the most specific, and of equals the last. */
  static <R extends Rule> Optional<R> deciding(Collection<R> rules, Endpoint endpoint) {
    return rules.stream()
        .filter(rule -> rule.scope().holds(endpoint))
        .sorted(Comparator.comparingInt(rule -> rule.scope().specificity()))
        .reduce((earlier, later) -> later);
  }

  static EndpointScope scopeOf(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? EndpointScope.all() : EndpointScope.parse(text.substring(0, equals));
  }

  static String valueOf(String text) {
    return text.substring(text.indexOf('=') + 1);
  }
}
