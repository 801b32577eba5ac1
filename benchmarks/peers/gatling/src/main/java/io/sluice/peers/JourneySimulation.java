package io.sluice.peers;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** The storefront's journey without think time, as scenarios/journey.yaml has it. */
public final class JourneySimulation extends Simulation {
  private static final String BEARER = "Bearer #{token}";

  /** Of the checks of times: they are made, but a cold start does not miss them. */
  private static final int LIMIT_MILLIS = 30_000;

  public JourneySimulation() {
    Load load = Load.fromProperties();
    setUp(load.of("journey", exec(login(), browse(), shop(), checkOut(), account())))
        .protocols(load.protocol());
  }

  private static ChainBuilder login() {
    return group("User Authentication Flow")
        .on(
            exec(Shop.pickUser())
                .exec(session -> session.removeAll("firstProduct", "firstQuantity"))
                .exec(
                    http("login")
                        .post("/auth/login")
                        .body(StringBody(Shop.CREDENTIALS))
                        .asJson()
                        .check(
                            status().is(200),
                            responseTimeInMillis().lt(LIMIT_MILLIS),
                            jsonPath("$.token").exists().saveAs("token"))));
  }

  private static ChainBuilder browse() {
    return group("Product Browsing")
        .on(
            exec(
                http("homepage")
                    .get("/")
                    .check(status().is(200), responseTimeInMillis().lt(LIMIT_MILLIS)),
                exec(session -> session.set("term", Shop.pickTerm())),
                http("search products")
                    .get("/products/search?q=#{term}")
                    .header("Authorization", BEARER)
                    .check(
                        status().is(200),
                        responseTimeInMillis().lt(LIMIT_MILLIS),
                        jsonPath("$.data[0]").exists()),
                exec(session -> session.set("viewed", Shop.pickProduct())),
                http("view product")
                    .get("/products/#{viewed}")
                    .header("Authorization", BEARER)
                    .check(status().is(200), responseTimeInMillis().lt(LIMIT_MILLIS))));
  }

  private static ChainBuilder shop() {
    return group("Shopping Cart Operations")
        .on(
            exec(
                repeat(session -> Shop.random(1, 3), "addition")
                    .on(
                        exec(
                            exec(JourneySimulation::pickProduct),
                            http("add to cart")
                                .post("/cart/add")
                                .header("Authorization", BEARER)
                                .body(
                                    StringBody(
                                        "{\"productId\":#{product},\"quantity\":#{quantity}}"))
                                .asJson()
                                .check(status().is(200), responseTimeInMillis().lt(LIMIT_MILLIS)))),
                http("view cart")
                    .get("/cart")
                    .header("Authorization", BEARER)
                    .check(status().is(200), jsonPath("$.items[0]").exists()),
                doIf(session -> session.contains("firstProduct"))
                    .then(
                        http("update cart")
                            .put("/cart/update")
                            .header("Authorization", BEARER)
                            .body(
                                StringBody(
                                    session ->
                                        "{\"productId\":"
                                            + session.getInt("firstProduct")
                                            + ",\"quantity\":"
                                            + (session.getInt("firstQuantity") + 1)
                                            + "}"))
                            .asJson()
                            .check(status().is(200)))));
  }

  private static Session pickProduct(Session session) {
    int product = Shop.pickProduct();
    int quantity = Shop.random(1, 5);
    Session picked = session.set("product", product).set("quantity", quantity);
    return session.contains("firstProduct")
        ? picked
        : picked.set("firstProduct", product).set("firstQuantity", quantity);
  }

  private static ChainBuilder checkOut() {
    return group("Checkout Process")
        .on(
            group("order_completion_time")
                .on(
                    exec(
                        post("start checkout", "/checkout/start", "{}")
                            .check(status().is(200), responseTimeInMillis().lt(LIMIT_MILLIS)),
                        post(
                                "set shipping address",
                                "/checkout/shipping",
                                "{\"address\":\"123 Test Street\",\"city\":\"Test City\","
                                    + "\"zipCode\":\"12345\",\"country\":\"US\"}")
                            .check(status().is(200)),
                        post(
                                "set payment method",
                                "/checkout/payment-method",
                                "{\"type\":\"credit_card\",\"cardNumber\":\"4111111111111111\","
                                    + "\"expiryDate\":\"12/30\",\"cvv\":\"123\"}")
                            .check(status().is(200)),
                        post("complete checkout", "/checkout/complete", "{}")
                            .check(
                                status().is(200),
                                responseTimeInMillis().lt(LIMIT_MILLIS),
                                jsonPath("$.orderId").exists()))));
  }

  private static ChainBuilder account() {
    return group("User Account Operations")
        .on(
            exec(
                http("list orders")
                    .get("/orders")
                    .header("Authorization", BEARER)
                    .check(status().is(200), responseTimeInMillis().lt(LIMIT_MILLIS)),
                http("update profile")
                    .put("/user/profile")
                    .header("Authorization", BEARER)
                    .body(
                        StringBody(
                            session ->
                                "{\"firstName\":\"Load\",\"lastName\":\"Tester "
                                    + session.userId()
                                    + "\",\"phone\":\"+1 555 0100\"}"))
                    .asJson()
                    .check(status().is(200))));
  }

  private static HttpRequestActionBuilder post(String name, String path, String body) {
    return http(name).post(path).header("Authorization", BEARER).body(StringBody(body)).asJson();
  }
}
