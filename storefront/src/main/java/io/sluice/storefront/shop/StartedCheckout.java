package io.sluice.storefront.shop;

/** A checkout that has begun. */
public record StartedCheckout(String checkoutId, CartView cart) {}
