package io.sluice.storefront.fault;

import io.sluice.storefront.endpoint.EndpointScope;

/**
 * Something that holds for the endpoints of a scope. As text: {@code [scope "="] value}; without a
 * scope it holds for all endpoints.
 */
public sealed interface Rule
    permits LatencyRule, ErrorRule, ResetRule, CutRule, DripRule, LimitRule {
  EndpointScope scope();

  /** The endpoints of a text's scope. */
  static EndpointScope scopeOf(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? EndpointScope.all() : EndpointScope.parse(text.substring(0, equals));
  }

  /** A text without its scope. */
  static String valueOf(String text) {
    return text.substring(text.indexOf('=') + 1);
  }
}
