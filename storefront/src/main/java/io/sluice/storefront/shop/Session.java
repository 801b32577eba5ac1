package io.sluice.storefront.shop;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What belongs to one token: a cart, a checkout, the orders, the profile. A second login of the
 * same customer has another session. Any thread may call it; its lock is its own.
 */
public final class Session {
  /** No single request may ask for more pieces of a product. */
  public static final int MOST_PIECES = 1_000;

  /** Only so many orders are kept, the latest. */
  public static final int ORDERS_KEPT = 20;

  private static final Address NOWHERE = new Address("-", "-", "-", "-");

  private final String token;
  private final Map<Integer, CartLine> cart = new LinkedHashMap<>();
  private final ArrayDeque<Order> orders = new ArrayDeque<>();
  private CheckoutStep step = CheckoutStep.NONE;
  private Address shipTo = NOWHERE;
  private String paymentType = "";
  private Profile profile;

  Session(String token, Customer customer) {
    this.token = token;
    this.profile = Profile.of(customer);
  }

  public String token() {
    return token;
  }

  /** Puts pieces of a product into the cart, on top of those that are in it. */
  public synchronized CartView add(Product product, int quantity) {
    requireQuantity(quantity);
    cart.merge(
        product.id(),
        CartLine.of(product, quantity),
        (old, more) -> old.withQuantity(old.quantity() + more.quantity()));
    return cart();
  }

  /** Sets the pieces of a product that is in the cart. */
  public synchronized CartView update(int productId, int quantity) {
    requireQuantity(quantity);
    CartLine line = cart.computeIfPresent(productId, (id, old) -> old.withQuantity(quantity));
    if (line == null) {
      throw Refusal.notFound("product " + productId + " is not in the cart");
    }
    return cart();
  }

  public synchronized CartView cart() {
    return CartView.of(cart.values());
  }

  /** Begins a checkout, anew if one was under way; returns what is about to be bought. */
  public synchronized CartView startCheckout() {
    if (cart.isEmpty()) {
      throw Refusal.invalid("the cart is empty");
    }
    step = CheckoutStep.STARTED;
    return cart();
  }

  public synchronized void shipTo(Address address) {
    step.require(CheckoutStep.STARTED, "the checkout has not been started");
    shipTo = address;
    step = step.atLeast(CheckoutStep.ADDRESSED);
  }

  public synchronized void payBy(String type) {
    Texts.requireFilled("type", type);
    step.require(CheckoutStep.ADDRESSED, "the checkout has no shipping address");
    paymentType = type;
    step = CheckoutStep.PAYABLE;
  }

  /** Turns the cart into an order and empties it. */
  public synchronized Order complete(String orderId, Instant now) {
    step.require(CheckoutStep.PAYABLE, "the checkout has no payment method");
    CartView bought = cart();
    Order order =
        new Order(
            orderId,
            now.toString(),
            "confirmed",
            bought.items(),
            bought.total(),
            shipTo,
            paymentType);
    orders.addFirst(order);
    if (orders.size() > ORDERS_KEPT) {
      orders.removeLast();
    }
    cart.clear();
    step = CheckoutStep.NONE;
    return order;
  }

  /** The latest orders, the last one first. */
  public synchronized List<Order> orders() {
    return List.copyOf(orders);
  }

  public synchronized Profile profile() {
    return profile;
  }

  public synchronized Profile updateProfile(String firstName, String lastName, String phone) {
    Texts.requireFilled("firstName", firstName);
    Texts.requireFilled("lastName", lastName);
    Texts.requireFilled("phone", phone);
    profile = new Profile(profile.email(), firstName, lastName, phone);
    return profile;
  }

  private static void requireQuantity(int quantity) {
    if (quantity < 1 || quantity > MOST_PIECES) {
      throw Refusal.invalid("quantity must be between 1 and " + MOST_PIECES + ", was " + quantity);
    }
  }
}
