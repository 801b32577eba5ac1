package io.sluice.storefront.shop;

import java.math.BigDecimal;
import java.util.List;

/**
 * A completed checkout.
 *
 * @param placedAt the instant in ISO 8601
 * @param paymentType how it is paid; nothing else about the means of payment is kept
 */
public record Order(
    String orderId,
    String placedAt,
    String status,
    List<CartLine> items,
    BigDecimal total,
    Address shipTo,
    String paymentType) {}
