package io.sluice.storefront.endpoint;

import java.util.Arrays;

/**
 * Selects endpoints.
 *
 * <pre>
 * scope = group | path
 * group = "auth" | "homepage" | "products" | "cart" | "checkout" | "orders" | "user" | "health"
 *       | "assets"
 * path  = "/" ...                a prefix of an endpoint's template, by whole segments
 * </pre>
 *
 * <p>Where several scopes hold an endpoint, the most specific wins: a longer path before a shorter
 * one, before a group, before all.
 */
public sealed interface EndpointScope {

  /** Whether the endpoint is selected. */
  boolean holds(Endpoint endpoint);

  /** The higher, the narrower. */
  int specificity();

  /** Every endpoint. */
  record All() implements EndpointScope {
    @Override
    public boolean holds(Endpoint endpoint) {
      return true;
    }

    @Override
    public int specificity() {
      return 0;
    }
  }

  /** The endpoints of one group. */
  record Group(EndpointGroup group) implements EndpointScope {
    @Override
    public boolean holds(Endpoint endpoint) {
      return endpoint.group() == group;
    }

    @Override
    public int specificity() {
      return 1;
    }
  }

  /** The endpoints whose template is this path or continues it with further segments. */
  record PathPrefix(String prefix) implements EndpointScope {
    public PathPrefix {
      if (!prefix.startsWith("/")) {
        throw new IllegalArgumentException("path must start with /, was '" + prefix + "'");
      }
      if (Arrays.stream(Endpoint.values()).noneMatch(e -> startsWith(e.template(), prefix))) {
        throw new IllegalArgumentException(
            "path must be that of an endpoint, such as /auth/login or /products/{id}, was '"
                + prefix
                + "'");
      }
    }

    @Override
    public boolean holds(Endpoint endpoint) {
      return startsWith(endpoint.template(), prefix);
    }

    @Override
    public int specificity() {
      return 1 + prefix.length();
    }

    private static boolean startsWith(String template, String prefix) {
      return template.startsWith(prefix)
          && (template.length() == prefix.length()
              || prefix.endsWith("/")
              || template.charAt(prefix.length()) == '/');
    }
  }

  static EndpointScope all() {
    return new All();
  }

  static EndpointScope of(EndpointGroup group) {
    return new Group(group);
  }

  /**
   * Reads a group's name or a path.
   *
   * @throws IllegalArgumentException if the text names no endpoint
   */
  static EndpointScope parse(String text) {
    if (text.startsWith("/")) {
      return new PathPrefix(text);
    }
    for (EndpointGroup group : EndpointGroup.values()) {
      if (group.text().equals(text)) {
        return new Group(group);
      }
    }
    throw new IllegalArgumentException(
        "endpoint must be one of "
            + EndpointGroup.allNames()
            + ", or a path such as /auth/login, was '"
            + text
            + "'");
  }
}
