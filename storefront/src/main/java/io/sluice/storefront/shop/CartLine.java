package io.sluice.storefront.shop;

import java.math.BigDecimal;

/**
 * A product in a cart.
 *
 * @param subtotal price times quantity
 */
public record CartLine(
    int productId, String name, BigDecimal price, long quantity, BigDecimal subtotal) {

  static CartLine of(Product product, long quantity) {
    return new CartLine(
        product.id(),
        product.name(),
        product.price(),
        quantity,
        product.price().multiply(BigDecimal.valueOf(quantity)));
  }

  CartLine withQuantity(long newQuantity) {
    return new CartLine(
        productId, name, price, newQuantity, price.multiply(BigDecimal.valueOf(newQuantity)));
  }
}
