package io.sluice.storefront.shop;

/**
 * How far a checkout has come.
 *
 * <pre>
 * from \ event    start      shipping   payment-method   complete
 * NONE            STARTED    conflict   conflict         conflict
 * STARTED         STARTED    ADDRESSED  conflict         conflict
 * ADDRESSED       STARTED    ADDRESSED  PAYABLE          conflict
 * PAYABLE         STARTED    PAYABLE    PAYABLE          NONE
 * </pre>
 */
enum CheckoutStep {
  NONE,
  STARTED,
  ADDRESSED,
  PAYABLE;

  CheckoutStep atLeast(CheckoutStep other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Refuses unless the checkout has come as far as the needed step. */
  void require(CheckoutStep needed, String message) {
    if (compareTo(needed) < 0) {
      throw Refusal.conflict(message);
    }
  }
}
