package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.storefront.shop.Customer;
import io.sluice.storefront.truth.EndpointStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of a customer, and what is counted of it. */
@ParameterizedClass
@EnumSource(Wire.class)
final class JourneyTest {
  private final Wire wire;
  private Storefront storefront;
  private ShopClient guest;

  JourneyTest(Wire wire) {
    this.wire = wire;
  }

  @BeforeEach
  void open() {
    storefront = wire.start(StorefrontOptions.defaults());
    guest = wire.client(storefront);
  }

  @AfterEach
  void close() {
    guest.close();
    storefront.close();
  }

  @Test
  void customerBuysAndEveryRequestIsCounted() {
    assertEquals("ok", guest.get("/health").json().path("status").asText());
    assertEquals(200, guest.get("/").status());
    ShopClient anna = guest.loggedIn();
    assertFalse(anna.get("/products/search?q=laptop").json().path("data").isEmpty());
    assertEquals(7, anna.get("/products/7").json().path("id").asInt());

    assertEquals(200, anna.post("/cart/add", "{\"productId\":2,\"quantity\":1}").status());
    anna.post("/cart/add", "{\"productId\":3,\"quantity\":2}");
    ShopClient.Answer cart = anna.get("/cart");
    assertEquals(2, cart.json().path("items").size());
    assertTrue(cart.body().contains("\"total\":272.90"), cart.body());
    JsonNode updated = anna.put("/cart/update", "{\"productId\":2,\"quantity\":2}").json();
    assertEquals(2, updated.path("items").path(0).path("quantity").asInt());

    assertTrue(anna.post("/checkout/start", "{}").json().hasNonNull("checkoutId"));
    String address =
        "{\"address\":\"1 Main St\",\"city\":\"Bern\",\"zipCode\":\"3000\",\"country\":\"CH\"}";
    assertEquals(200, anna.post("/checkout/shipping", address).status());
    String card = "{\"type\":\"card\",\"card\":{\"number\":\"4111111111111111\"}}";
    assertEquals(200, anna.post("/checkout/payment-method", card).status());
    String orderId = anna.post("/checkout/complete", "{}").json().path("orderId").asText();
    assertFalse(orderId.isEmpty());

    assertTrue(anna.get("/cart").json().path("items").isEmpty());
    ShopClient.Answer orders = anna.get("/orders");
    assertEquals(orderId, orders.json().path("orders").path(0).path("orderId").asText());
    assertTrue(orders.body().contains("\"total\":307.80"), orders.body());
    String profile = "{\"firstName\":\"Ann\",\"lastName\":\"B\",\"phone\":\"+41 1\"}";
    assertEquals("Ann", anna.put("/user/profile", profile).json().path("firstName").asText());

    assertEquals(expectedCounts(), storefront.truth().snapshot().counts());
    assertEquals(16, storefront.truth().snapshot().total());
    assertEquals(16, storefront.truth().snapshot().count(wire.protocol()));
  }

  private static Map<EndpointStatus, Long> expectedCounts() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("GET /health", 1L);
    counts.put("GET /", 1L);
    counts.put("POST /auth/login", 1L);
    counts.put("GET /products/search", 1L);
    counts.put("GET /products/{id}", 1L);
    counts.put("POST /cart/add", 2L);
    counts.put("GET /cart", 2L);
    counts.put("PUT /cart/update", 1L);
    counts.put("POST /checkout/start", 1L);
    counts.put("POST /checkout/shipping", 1L);
    counts.put("POST /checkout/payment-method", 1L);
    counts.put("POST /checkout/complete", 1L);
    counts.put("GET /orders", 1L);
    counts.put("PUT /user/profile", 1L);
    Map<EndpointStatus, Long> all = new HashMap<>();
    counts.forEach((endpoint, count) -> all.put(new EndpointStatus(endpoint, 200), count));
    return all;
  }

  @Test
  void loadScriptsMaySendForms() {
    ShopClient scripted = guest.with("Content-Type", "application/json");
    String token =
        scripted
            .post("/auth/login", "email=anna%40example.com&password=buyer-1")
            .json()
            .path("token")
            .asText();
    ShopClient anna = scripted.with("Authorization", "bearer " + token);
    assertEquals(200, anna.post("/cart/add", "productId=5&quantity=3").status());
    assertEquals(200, anna.put("/cart/update", "quantity=4&productId=5").status());
    assertEquals(200, anna.post("/checkout/start", "").status());
    assertEquals(
        200,
        anna.post("/checkout/shipping", "address=A+1&city=B&zipCode=10000&country=US").status());
    assertEquals(
        200, anna.post("/checkout/payment-method", "type=card&card=%5Bobject+Object%5D").status());
    assertEquals(200, anna.post("/checkout/complete", "").status());
    assertEquals(200, anna.put("/user/profile", "firstName=A&lastName=B&phone=1").status());
  }

  @Test
  void eachLoginHasItsOwnCart() {
    ShopClient first = guest.loggedInAs(Customer.BEN);
    ShopClient second = guest.loggedInAs(Customer.BEN);
    first.post("/cart/add", "{\"productId\":1,\"quantity\":1}");
    assertEquals(1, first.get("/cart").json().path("items").size());
    assertEquals(0, second.get("/cart").json().path("items").size());
  }

  @Test
  void everyKnownCustomerMayLogIn() {
    for (Customer customer : Customer.all()) {
      ShopClient client = guest.loggedInAs(customer);
      assertEquals(200, client.get("/orders").status(), customer.email());
    }
    assertNotEquals(0, Customer.all().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "mouse", "keyboard", "monitor", "LAPTOP"})
  void searchFindsTheCommonTerms(String term) {
    JsonNode found = guest.loggedIn().get("/products/search?q=" + term).json();
    assertFalse(found.path("data").isEmpty());
    assertEquals(found.path("data").size(), found.path("total").asInt());
  }

  @Test
  void unknownTermFindsNothing() {
    JsonNode found = guest.loggedIn().get("/products/search?q=unicorn").json();
    assertTrue(found.path("data").isArray());
    assertEquals(0, found.path("total").asInt(-1));
  }
}
