package io.sluice.storefront.endpoint;

/** One operation of the shop: exactly one method on one path template. */
public enum Endpoint {
  HEALTH("GET", "/health", EndpointGroup.HEALTH),
  LOGIN("POST", "/auth/login", EndpointGroup.AUTH),
  HOMEPAGE("GET", "/", EndpointGroup.HOMEPAGE),
  ASSET("GET", "/assets/{file}", EndpointGroup.ASSETS),
  PRODUCT_SEARCH("GET", "/products/search", EndpointGroup.PRODUCTS),
  PRODUCT("GET", "/products/{id}", EndpointGroup.PRODUCTS),
  CART("GET", "/cart", EndpointGroup.CART),
  CART_ADD("POST", "/cart/add", EndpointGroup.CART),
  CART_UPDATE("PUT", "/cart/update", EndpointGroup.CART),
  CHECKOUT_START("POST", "/checkout/start", EndpointGroup.CHECKOUT),
  CHECKOUT_SHIPPING("POST", "/checkout/shipping", EndpointGroup.CHECKOUT),
  CHECKOUT_PAYMENT_METHOD("POST", "/checkout/payment-method", EndpointGroup.CHECKOUT),
  CHECKOUT_COMPLETE("POST", "/checkout/complete", EndpointGroup.CHECKOUT),
  ORDERS("GET", "/orders", EndpointGroup.ORDERS),
  USER_PROFILE("PUT", "/user/profile", EndpointGroup.USER);

  private final String method;
  private final String template;
  private final EndpointGroup group;
  private final String label;

  Endpoint(String method, String template, EndpointGroup group) {
    this.method = method;
    this.template = template;
    this.group = group;
    this.label = method + " " + template;
  }

  /** The method that the endpoint is made for; {@code HEAD} is accepted beside {@code GET}. */
  public String method() {
    return method;
  }

  /** The path, with variable parts in braces. */
  public String template() {
    return template;
  }

  public EndpointGroup group() {
    return group;
  }

  /** Method and template, such as {@code GET /products/{id}}: the name in the ground truth. */
  public String label() {
    return label;
  }

  /** The value of the {@code Allow} header. */
  public String allow() {
    return method.equals("GET") ? "GET, HEAD" : method;
  }

  boolean accepts(String requestMethod) {
    return method.equals(requestMethod) || (method.equals("GET") && requestMethod.equals("HEAD"));
  }
}
