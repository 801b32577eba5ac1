package io.sluice.peers;

import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** What customers of the storefront know. */
final class Shop {
  static final String CREDENTIALS = "{\"email\":\"#{email}\",\"password\":\"#{password}\"}";

  private record User(String email, String password) {}

  private static final List<User> USERS =
      List.of(
          new User("anna@example.com", "buyer-1"),
          new User("ben@example.com", "buyer-2"),
          new User("clara@example.com", "buyer-3"));
  private static final List<String> TERMS = List.of("laptop", "mouse", "keyboard", "monitor");
  private static final List<Integer> PRODUCTS = List.of(1, 2, 3, 4, 5, 10, 15, 20, 25, 30);

  private Shop() {}

  static Function<Session, Session> pickUser() {
    return session -> {
      User user = pick(USERS);
      return session.set("email", user.email()).set("password", user.password());
    };
  }

  static String pickTerm() {
    return pick(TERMS);
  }

  static int pickProduct() {
    return pick(PRODUCTS);
  }

  /** A whole number, both ends included. */
  static int random(int from, int to) {
    return ThreadLocalRandom.current().nextInt(from, to + 1);
  }

  private static <T> T pick(List<T> values) {
    return values.get(ThreadLocalRandom.current().nextInt(values.size()));
  }
}
