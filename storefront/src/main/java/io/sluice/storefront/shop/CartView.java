package io.sluice.storefront.shop;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * What is in a cart at one instant.
 *
 * @param items in the order in which the products were first added
 * @param itemCount the sum of the quantities
 * @param total the sum of the subtotals
 */
public record CartView(List<CartLine> items, long itemCount, BigDecimal total) {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  static CartView of(Collection<CartLine> lines) {
    return new CartView(
        List.copyOf(lines),
        lines.stream().mapToLong(CartLine::quantity).sum(),
        lines.stream().map(CartLine::subtotal).reduce(NOTHING, BigDecimal::add));
  }
}
