package io.sluice.storefront.shop;

/** What a customer says about themselves. */
public record Profile(String email, String firstName, String lastName, String phone) {
  static Profile of(Customer customer) {
    return new Profile(customer.email(), customer.firstName(), customer.lastName(), "");
  }
}
