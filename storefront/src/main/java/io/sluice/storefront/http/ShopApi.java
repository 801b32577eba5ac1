package io.sluice.storefront.http;

import io.sluice.storefront.endpoint.Route;
import io.sluice.storefront.shop.Address;
import io.sluice.storefront.shop.Order;
import io.sluice.storefront.shop.Product;
import io.sluice.storefront.shop.Profile;
import io.sluice.storefront.shop.Refusal;
import io.sluice.storefront.shop.Session;
import io.sluice.storefront.shop.Shop;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets the shop answer requests. Any event loop may call it. */
public final class ShopApi {
  private static final String BEARER = "Bearer ";
  private static final Reply HEALTHY = Reply.lasting(new Health("ok", "storefront"));
  private static final Reply SHIPPING_SET = Reply.lasting(new Done("shipping_set"));
  private static final Reply PAYMENT_METHOD_SET = Reply.lasting(new Done("payment_method_set"));

  private record Health(String status, String service) {}

  private record LoggedIn(String token, Profile user) {}

  private record Found(List<Product> data, int total) {}

  private record Done(String status) {}

  private record Orders(List<Order> orders) {}

  private final Shop shop;
  private final Site site;
  private final Map<Integer, Reply> products;

  public ShopApi(Shop shop) {
    this.shop = shop;
    this.site = new Site(shop.catalogue());
    this.products =
        shop.catalogue().all().stream()
            .collect(Collectors.toUnmodifiableMap(Product::id, Reply::lasting));
  }

  Reply answer(Route.Found route, Request request) {
    try {
      return switch (route.endpoint()) {
        case HEALTH -> HEALTHY;
        case HOMEPAGE -> site.homepage();
        case ASSET -> site.asset(route.variable());
        case LOGIN -> login(fields(request));
        default -> answer(route, request, shop.session(token(request)));
      };
    } catch (Refusal refusal) {
      return Reply.of(refusal);
    }
  }

  private Reply answer(Route.Found route, Request request, Session session) {
    return switch (route.endpoint()) {
      case HEALTH, HOMEPAGE, ASSET, LOGIN ->
          throw new IllegalArgumentException("needs no session: " + route.endpoint());
      case PRODUCT_SEARCH -> search(request.head().target());
      case PRODUCT -> product(route.variable());
      case CART -> Reply.ok(session.cart());
      case CART_ADD -> {
        Fields fields = fields(request);
        yield Reply.ok(
            shop.addToCart(session, fields.integer("productId"), fields.integer("quantity")));
      }
      case CART_UPDATE -> {
        Fields fields = fields(request);
        yield Reply.ok(session.update(fields.integer("productId"), fields.integer("quantity")));
      }
      case CHECKOUT_START -> {
        fields(request);
        yield Reply.ok(shop.startCheckout(session));
      }
      case CHECKOUT_SHIPPING -> {
        session.shipTo(address(fields(request)));
        yield SHIPPING_SET;
      }
      case CHECKOUT_PAYMENT_METHOD -> {
        session.payBy(fields(request).text("type"));
        yield PAYMENT_METHOD_SET;
      }
      case CHECKOUT_COMPLETE -> {
        fields(request);
        yield Reply.ok(shop.completeCheckout(session));
      }
      case ORDERS -> Reply.ok(new Orders(session.orders()));
      case USER_PROFILE -> Reply.ok(updateProfile(session, fields(request)));
    };
  }

  private Reply login(Fields fields) {
    Session session = shop.login(fields.text("email"), fields.text("password"));
    return Reply.ok(new LoggedIn(session.token(), session.profile()));
  }

  private Reply search(String uri) {
    List<String> terms = Target.query(uri).getOrDefault("q", List.of(""));
    if (terms.getFirst().isBlank()) {
      throw Refusal.invalid("q is required");
    }
    List<Product> found = shop.catalogue().search(terms.getFirst().strip());
    return Reply.ok(new Found(found, found.size()));
  }

  private Reply product(String id) {
    @Nullable Reply product = null;
    try {
      product = products.get(Integer.parseInt(id));
    } catch (NumberFormatException e) {
      // No product has such a number.
    }
    if (product == null) {
      throw Refusal.notFound("there is no product " + id);
    }
    return product;
  }

  private static Address address(Fields fields) {
    return new Address(
        fields.text("address"),
        fields.text("city"),
        fields.text("zipCode"),
        fields.text("country"));
  }

  private static Profile updateProfile(Session session, Fields fields) {
    return session.updateProfile(
        fields.text("firstName"), fields.text("lastName"), fields.text("phone"));
  }

  private static Fields fields(Request request) {
    return Fields.parse(request.body());
  }

  private static String token(Request request) {
    String authorization = request.head().authorization();
    boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return bearer ? authorization.substring(BEARER.length()).strip() : "";
  }
}
