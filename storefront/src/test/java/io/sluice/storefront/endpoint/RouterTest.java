package io.sluice.storefront.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouterTest {
  @ParameterizedTest
  @CsvSource({
    "GET,    /,                 Found,       GET /",
    "HEAD,   /,                 Found,       HEAD /",
    "GET,    /products/search,  Found,       GET /products/search",
    "GET,    /products/17,      Found,       GET /products/{id}",
    "HEAD,   /products/17,      Found,       HEAD /products/{id}",
    "GET,    /products/,        UnknownPath, GET (unknown path)",
    "GET,    /products/1/2,     UnknownPath, GET (unknown path)",
    "GET,    /products,         UnknownPath, GET (unknown path)",
    "GET,    /assets/shop.css,  Found,       GET /assets/{file}",
    "POST,   /auth/login,       Found,       POST /auth/login",
    "HEAD,   /auth/login,       WrongMethod, HEAD /auth/login",
    "DELETE, /cart,             WrongMethod, DELETE /cart",
    "BREW,   /cart,             WrongMethod, OTHER /cart",
    "BREW,   /tea,              UnknownPath, OTHER (unknown path)",
    "GET,    /CART,             UnknownPath, GET (unknown path)",
    "GET,    '',                UnknownPath, GET (unknown path)",
  })
  void routes(String method, String path, String kind, String label) {
    Route route = Router.route(method, path);
    assertEquals(kind, route.getClass().getSimpleName());
    assertEquals(label, route.label());
  }

  @ParameterizedTest
  @CsvSource({"/products/17, 17", "/assets/a.svg, a.svg", "/cart, ''"})
  void variableIsTaken(String path, String variable) {
    assertEquals(variable, ((Route.Found) Router.route("GET", path)).variable());
  }
}
