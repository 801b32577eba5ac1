package io.sluice.storefront.shop;

/** Where an order goes. */
public record Address(String address, String city, String zipCode, String country) {
  public Address {
    Texts.requireFilled("address", address);
    Texts.requireFilled("city", city);
    Texts.requireFilled("zipCode", zipCode);
    Texts.requireFilled("country", country);
  }
}
