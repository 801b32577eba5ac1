package io.sluice.storefront.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ShopTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Address ADDRESS = new Address("1 Main St", "Bern", "3000", "CH");

  private final Shop shop = new Shop(Catalogue.standard(), InstantSource.fixed(NOW), new Random(1));
  private final Session session = shop.login("anna@example.com", "buyer-1");

  @Test
  void catalogueHasFortyProductsWithUniqueIds() {
    List<Integer> ids = shop.catalogue().all().stream().map(Product::id).toList();
    assertEquals(IntStream.rangeClosed(1, 40).boxed().toList(), ids);
  }

  @Test
  void twiceTheSameIdIsNoCatalogue() {
    Product product = new Product(1, "A", "mouse", BigDecimal.ONE, "");
    assertEquals(
        "product id must be unique, was twice 1",
        assertThrows(IllegalArgumentException.class, () -> new Catalogue(List.of(product, product)))
            .getMessage());
  }

  @Test
  void addingTwiceAddsUp() {
    shop.addToCart(session, 2, 1);
    CartView cart = shop.addToCart(session, 2, 2);
    assertEquals(1, cart.items().size());
    assertEquals(3, cart.itemCount());
    assertEquals(new BigDecimal("104.70"), cart.total());
  }

  @Test
  void emptyCartCostsNothing() {
    assertEquals(new BigDecimal("0.00"), session.cart().total());
  }

  @Test
  void orderKeepsWhatWasBoughtAndEmptiesTheCart() {
    Order order = buy();
    assertEquals("ord-1", order.orderId());
    assertEquals("2026-01-02T03:04:05Z", order.placedAt());
    assertEquals(ADDRESS, order.shipTo());
    assertEquals("card", order.paymentType());
    assertEquals(new BigDecimal("1199.00"), order.total());
    assertEquals(0, session.cart().itemCount());
    assertEquals(List.of(order), session.orders());
  }

  @Test
  void checkoutCannotBeCompletedTwice() {
    buy();
    assertReason(Refusal.Reason.CONFLICT, () -> shop.completeCheckout(session));
  }

  @Test
  void checkoutStartedAnewNeedsAllSteps() {
    shop.addToCart(session, 1, 1);
    shop.startCheckout(session);
    session.shipTo(ADDRESS);
    session.payBy("card");
    shop.startCheckout(session);
    assertReason(Refusal.Reason.CONFLICT, () -> shop.completeCheckout(session));
    assertReason(Refusal.Reason.CONFLICT, () -> session.payBy("card"));
  }

  @Test
  void addressMayBeCorrectedAfterThePaymentMethod() {
    shop.addToCart(session, 1, 1);
    shop.startCheckout(session);
    session.shipTo(ADDRESS);
    session.payBy("card");
    Address corrected = new Address("2 Main St", "Bern", "3000", "CH");
    session.shipTo(corrected);
    assertEquals(corrected, shop.completeCheckout(session).shipTo());
  }

  @Test
  void onlyTheLatestTwentyOrdersAreKept() {
    for (int i = 0; i < 25; i++) {
      buy();
    }
    assertEquals(20, session.orders().size());
    assertEquals("ord-25", session.orders().getFirst().orderId());
    assertEquals("ord-6", session.orders().getLast().orderId());
  }

  @Test
  void tokensDifferAndFindTheirSession() {
    Session other = shop.login("anna@example.com", "buyer-1");
    assertNotEquals(session.token(), other.token());
    assertEquals(32, other.token().length());
    assertEquals(other, shop.session(other.token()));
    assertReason(Refusal.Reason.UNAUTHORIZED, () -> shop.session("none"));
  }

  @Test
  void wrongCredentialsAreRefused() {
    assertReason(Refusal.Reason.UNAUTHORIZED, () -> shop.login("anna@example.com", "buyer-2"));
    assertReason(Refusal.Reason.UNAUTHORIZED, () -> shop.login("", ""));
  }

  @Test
  void passwordIsNotPrinted() {
    assertTrue(!Customer.ANNA.toString().contains(Customer.ANNA.password()));
  }

  private Order buy() {
    shop.addToCart(session, 1, 1);
    shop.startCheckout(session);
    session.shipTo(ADDRESS);
    session.payBy("card");
    return shop.completeCheckout(session);
  }

  private static void assertReason(Refusal.Reason reason, Executable request) {
    assertEquals(reason, assertThrows(Refusal.class, request).reason());
  }
}
