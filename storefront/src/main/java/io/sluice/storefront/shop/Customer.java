package io.sluice.storefront.shop;

import java.util.List;
import java.util.Optional;

/** Somebody who may log in. */
public record Customer(String email, String password, String firstName, String lastName) {
  public static final Customer ANNA = new Customer("anna@example.com", "buyer-1", "Anna", "Berg");
  public static final Customer BEN = new Customer("ben@example.com", "buyer-2", "Ben", "Costa");
  public static final Customer CLARA =
      new Customer("clara@example.com", "buyer-3", "Clara", "Dietz");

  /** All customers of the shop. */
  public static List<Customer> all() {
    return List.of(ANNA, BEN, CLARA);
  }

  static Optional<Customer> withCredentials(String email, String password) {
    return all().stream()
        .filter(known -> known.email.equals(email) && known.password.equals(password))
        .findFirst();
  }

  @Override
  public String toString() {
    return "Customer[" + email + "]";
  }
}
