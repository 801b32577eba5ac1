package io.sluice.storefront.shop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** The shop: a catalogue, and sessions for those who logged in. Any thread may call it. */
public final class Shop {
  /** So many sessions live at once; older ones end as if they had expired. */
  public static final int MOST_SESSIONS = 100_000;

  private final Catalogue catalogue;
  private final InstantSource clock;
  private final RandomGenerator tokens;
  private final SessionStore sessions = new SessionStore(MOST_SESSIONS);
  private final AtomicLong checkouts = new AtomicLong();
  private final AtomicLong orders = new AtomicLong();

  /**
   * Opens the shop.
   *
   * @param tokens where tokens are drawn from; must bear calls by several threads
   */
  public Shop(Catalogue catalogue, InstantSource clock, RandomGenerator tokens) {
    this.catalogue = catalogue;
    this.clock = clock;
    this.tokens = tokens;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** Opens a new session, or refuses a customer who is unknown or has another password. */
  public Session login(String email, String password) {
    Customer customer =
        Customer.withCredentials(email, password)
            .orElseThrow(() -> Refusal.unauthorized("email or password is wrong"));
    HexFormat hex = HexFormat.of();
    String token = hex.toHexDigits(tokens.nextLong()) + hex.toHexDigits(tokens.nextLong());
    Session session = new Session(token, customer);
    sessions.put(session);
    return session;
  }

  /** The session of a token, or a refusal. */
  public Session session(String token) {
    return sessions
        .find(token)
        .orElseThrow(() -> Refusal.unauthorized("a valid bearer token is required"));
  }

  /** Adds to a session's cart; the product must be in the catalogue. */
  public CartView addToCart(Session session, int productId, int quantity) {
    Product product =
        catalogue
            .find(productId)
            .orElseThrow(() -> Refusal.invalid("there is no product " + productId));
    return session.add(product, quantity);
  }

  /** Begins a session's checkout. */
  public StartedCheckout startCheckout(Session session) {
    CartView cart = session.startCheckout();
    return new StartedCheckout("chk-" + checkouts.incrementAndGet(), cart);
  }

  /** Completes a session's checkout. */
  public Order completeCheckout(Session session) {
    Instant now = clock.instant();
    return session.complete("ord-" + orders.incrementAndGet(), now);
  }
}
