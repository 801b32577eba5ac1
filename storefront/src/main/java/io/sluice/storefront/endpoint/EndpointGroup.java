package io.sluice.storefront.endpoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Endpoints that belong together, named as a load test tags them. */
public enum EndpointGroup {
  AUTH,
  HOMEPAGE,
  PRODUCTS,
  CART,
  CHECKOUT,
  ORDERS,
  USER,
  HEALTH,
  ASSETS;

  /** The name in text forms, in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String allNames() {
    return Arrays.stream(values()).map(EndpointGroup::text).collect(Collectors.joining(", "));
  }
}
