package io.sluice.storefront.endpoint;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint for a request. */
public final class Router {
  private static final Set<String> KNOWN_METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
  private static final String PRODUCTS = "/products/";
  private static final String ASSETS = "/assets/";

  private static final Map<String, Endpoint> FIXED_PATHS =
      Arrays.stream(Endpoint.values())
          .filter(endpoint -> !endpoint.template().contains("{"))
          .collect(Collectors.toUnmodifiableMap(Endpoint::template, Function.identity()));

  private Router() {}

  /**
   * Finds the route.
   *
   * @param method the method as sent
   * @param path the decoded path without the query
   */
  public static Route route(String method, String path) {
    Endpoint fixed = FIXED_PATHS.get(path);
    if (fixed != null) {
      return at(fixed, method, "");
    }
    String productId = variableAfter(PRODUCTS, path);
    if (productId != null) {
      return at(Endpoint.PRODUCT, method, productId);
    }
    String file = variableAfter(ASSETS, path);
    if (file != null) {
      return at(Endpoint.ASSET, method, file);
    }
    return new Route.UnknownPath(known(method) + " (unknown path)");
  }

  private static Route at(Endpoint endpoint, String method, String variable) {
    if (endpoint.method().equals(method)) {
      return new Route.Found(endpoint, endpoint.label(), variable);
    }
    String label = known(method) + " " + endpoint.template();
    return endpoint.accepts(method)
        ? new Route.Found(endpoint, label, variable)
        : new Route.WrongMethod(endpoint, label);
  }

  private static @Nullable String variableAfter(String prefix, String path) {
    boolean oneSegment =
        path.startsWith(prefix)
            && path.length() > prefix.length()
            && path.indexOf('/', prefix.length()) < 0;
    return oneSegment ? path.substring(prefix.length()) : null;
  }

  /** Keeps the set of labels bounded, whatever methods a client makes up. */
  private static String known(String method) {
    return KNOWN_METHODS.contains(method) ? method : "OTHER";
  }
}
