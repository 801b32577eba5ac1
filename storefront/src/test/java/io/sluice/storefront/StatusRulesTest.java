package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.truth.TruthSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which request is answered with which status. */
@ParameterizedClass
@EnumSource(names = {"PLAIN_HTTP_1", "TLS_HTTP_2"})
final class StatusRulesTest {
  private final Wire wire;
  private Storefront storefront;
  private ShopClient guest;

  StatusRulesTest(Wire wire) {
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
    TruthSnapshot truth = storefront.truth().snapshot();
    assertEquals(truth.total(), truth.count(wire.protocol()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # method | path                     | body                                         | status
          POST     | /auth/login              | {"email":"anna@example.com","password":"no"} | 401
          POST     | /auth/login              | {"email":"who@example.com","password":"x"}   | 401
          POST     | /auth/login              | {"email":"anna@example.com"}                 | 400
          POST     | /auth/login              | {"email":                                    | 400
          POST     | /auth/login              | {"email":"a"} trailing                       | 400
          POST     | /auth/login              | {"email":["a"],"password":"b"}               | 400
          POST     | /auth/login              | garbage                                      | 400
          POST     | /auth/login              | email=%zz                                    | 400
          POST     | /auth/login              | ``                                           | 400
          GET      | /auth/login              | ``                                           | 405
          GET      | /products/1              | ``                                           | 401
          GET      | /products/search?q=mouse | ``                                           | 401
          GET      | /cart                    | ``                                           | 401
          POST     | /cart/add                | {"productId":1,"quantity":1}                 | 401
          PUT      | /cart/update             | {"productId":1,"quantity":1}                 | 401
          POST     | /checkout/start          | {}                                           | 401
          POST     | /checkout/complete       | {}                                           | 401
          GET      | /orders                  | ``                                           | 401
          PUT      | /user/profile            | {}                                           | 401
          GET      | /nowhere                 | ``                                           | 404
          GET      | /cart/                   | ``                                           | 404
          GET      | /assets/none.svg         | ``                                           | 404
          GET      | /assets/../shop.css      | ``                                           | 404
          DELETE   | /cart                    | ``                                           | 405
          POST     | /                        | ``                                           | 405
          PATCH    | /products/1              | ``                                           | 405
          """)
  void guest(String method, String path, String body, int status) {
    ShopClient.Answer answer = guest.send(method, path, body);
    assertEquals(status, answer.status(), answer.body());
    assertTrue(answer.json().hasNonNull("error"), answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # method | path                      | body                                   | status
          GET      | /products/30              | ``                                     | 200
          GET      | /products/0               | ``                                     | 404
          GET      | /products/4711            | ``                                     | 404
          GET      | /products/99999999999     | ``                                     | 404
          GET      | /products/one             | ``                                     | 404
          GET      | /products/search          | ``                                     | 400
          GET      | /products/search?q=       | ``                                     | 400
          POST     | /cart/add                 | {"productId":1,"quantity":1000}        | 200
          POST     | /cart/add                 | {"productId":1,"quantity":1001}        | 400
          POST     | /cart/add                 | {"productId":1,"quantity":0}           | 400
          POST     | /cart/add                 | {"productId":1,"quantity":-1}          | 400
          POST     | /cart/add                 | {"productId":1,"quantity":1.5}         | 400
          POST     | /cart/add                 | {"productId":1,"quantity":"two"}       | 400
          POST     | /cart/add                 | {"productId":1,"quantity":99999999999} | 400
          POST     | /cart/add                 | {"productId":1}                        | 400
          POST     | /cart/add                 | {"productId":4711,"quantity":1}        | 400
          POST     | /cart/add                 | ``                                     | 400
          PUT      | /cart/update              | {"productId":1,"quantity":1}           | 404
          PUT      | /cart/update              | {"productId":1,"quantity":0}           | 400
          POST     | /checkout/start           | {}                                     | 400
          POST     | /checkout/shipping        | {"address":"A","city":"B"}             | 400
          POST     | /checkout/shipping        | address=A&city=B&zipCode=1&country=    | 400
          POST     | /checkout/shipping        | address=A&city=B&zipCode=1&country=C   | 409
          POST     | /checkout/payment-method  | {}                                     | 400
          POST     | /checkout/payment-method  | {"type":""}                            | 400
          POST     | /checkout/payment-method  | {"type":"card"}                        | 409
          POST     | /checkout/complete        | {}                                     | 409
          POST     | /checkout/complete        | {"                                     | 400
          PUT      | /user/profile             | {"firstName":"A","lastName":"B"}       | 400
          PUT      | /user/profile             | firstName=&lastName=B&phone=1          | 400
          GET      | /orders                   | ``                                     | 200
          """)
  void newSession(String method, String path, String body, int status) {
    ShopClient.Answer answer = guest.loggedIn().send(method, path, body);
    assertEquals(status, answer.status(), answer.body());
  }

  @Test
  void wrongTokenIsUnauthorized() {
    assertEquals(401, guest.with("Authorization", "Bearer 0123").get("/cart").status());
    assertEquals(401, guest.with("Authorization", "Basic YTpi").get("/cart").status());
    assertEquals(401, guest.with("Authorization", "Bearer").get("/cart").status());
  }

  @Test
  void wrongMethodNamesTheAllowedOnes() {
    assertEquals("GET, HEAD", guest.send("DELETE", "/cart", "").header("Allow"));
    assertEquals("PUT", guest.get("/user/profile").header("Allow"));
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() {
    ShopClient.Answer get = guest.get("/");
    ShopClient.Answer head = guest.send("HEAD", "/", "");
    assertEquals(200, head.status());
    assertEquals("", head.body());
    assertEquals(get.header("Content-Length"), head.header("Content-Length"));
    assertEquals("text/html; charset=utf-8", head.header("Content-Type"));
  }
}
