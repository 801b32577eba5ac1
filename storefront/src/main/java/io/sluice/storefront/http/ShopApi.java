package io.sluice.storefront.http;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.sluice.storefront.endpoint.Route;
import io.sluice.storefront.shop.Address;
import io.sluice.storefront.shop.Order;
import io.sluice.storefront.shop.Product;
import io.sluice.storefront.shop.Profile;
import io.sluice.storefront.shop.Refusal;
import io.sluice.storefront.shop.Session;
import io.sluice.storefront.shop.Shop;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lets the shop answer requests. Any event loop may call it. */
public final class ShopApi {
  private static final String BEARER = "Bearer ";
  private static final Reply HEALTHY = Reply.json("{\"status\":\"ok\",\"service\":\"storefront\"}");

  private record LoggedIn(String token, Profile user) {}

  private record Found(List<Product> data, int total) {}

  private record Done(String status) {}

  private record Orders(List<Order> orders) {}

  private final Shop shop;
  private final Site site;

  public ShopApi(Shop shop) {
    this.shop = shop;
    this.site = new Site(shop.catalogue());
  }

  Reply answer(Route.Found route, FullHttpRequest request) {
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

  private Reply answer(Route.Found route, FullHttpRequest request, Session session) {
    return switch (route.endpoint()) {
      case HEALTH, HOMEPAGE, ASSET, LOGIN ->
          throw new IllegalArgumentException("needs no session: " + route.endpoint());
      case PRODUCT_SEARCH -> search(request.uri());
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
        yield Reply.ok(new Done("shipping_set"));
      }
      case CHECKOUT_PAYMENT_METHOD -> {
        session.payBy(fields(request).text("type"));
        yield Reply.ok(new Done("payment_method_set"));
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
    try {
      return shop.catalogue()
          .find(Integer.parseInt(id))
          .map(Reply::ok)
          .orElseThrow(() -> Refusal.notFound("there is no product " + id));
    } catch (NumberFormatException e) {
      throw Refusal.notFound("there is no product " + id);
    }
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

  private static Fields fields(FullHttpRequest request) {
    return Fields.parse(request.content().toString(StandardCharsets.UTF_8));
  }

  private static String token(FullHttpRequest request) {
    String authorization = request.headers().get(HttpHeaderNames.AUTHORIZATION, "");
    boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return bearer ? authorization.substring(BEARER.length()).strip() : "";
  }
}
