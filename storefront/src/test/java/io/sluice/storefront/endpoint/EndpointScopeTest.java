package io.sluice.storefront.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndpointScopeTest {
  @ParameterizedTest
  @CsvSource({
    "auth,            LOGIN",
    "products,        PRODUCT_SEARCH PRODUCT",
    "cart,            CART CART_ADD CART_UPDATE",
    "/cart,           CART CART_ADD CART_UPDATE",
    "/cart/add,       CART_ADD",
    "/cart/,          CART_ADD CART_UPDATE",
    "/products/{id},  PRODUCT",
    "/auth/login,     LOGIN",
  })
  void holds(String text, String endpoints) {
    EndpointScope scope = EndpointScope.parse(text);
    String held =
        Arrays.stream(Endpoint.values())
            .filter(scope::holds)
            .map(Endpoint::name)
            .collect(Collectors.joining(" "));
    assertEquals(endpoints, held);
  }

  @Test
  void narrowerScopesAreMoreSpecific() {
    assertTrue(specificity("/cart/add") > specificity("/cart"));
    assertTrue(specificity("/") > specificity("cart"));
    assertTrue(specificity("cart") > EndpointScope.all().specificity());
  }

  private static int specificity(String text) {
    return EndpointScope.parse(text).specificity();
  }

  @ParameterizedTest
  @CsvSource({"chekout", "''", "CART", "cart/add"})
  void unknownGroupIsRefusedWithTheKnownOnes(String text) {
    assertEquals(
        "endpoint must be one of auth, homepage, products, cart, checkout, orders, user, health,"
            + " assets, or a path such as /auth/login, was '"
            + text
            + "'",
        assertThrows(IllegalArgumentException.class, () -> EndpointScope.parse(text)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"/carts", "/car", "/products/7"})
  void pathOfNoEndpointIsRefused(String text) {
    assertEquals(
        "path must be that of an endpoint, such as /auth/login or /products/{id}, was '"
            + text
            + "'",
        assertThrows(IllegalArgumentException.class, () -> EndpointScope.parse(text)).getMessage());
  }
}
