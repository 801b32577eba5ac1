package io.sluice.storefront.fault;

/** A ready-made way to be a bad release. */
public enum Breakage {
  /**
   * 12 % of the answers of every endpoint but {@code /health} take 2.5 to 4 s: the 95th percentile
   * is far over 2 s.
   */
  SLOW,
  /** 10 % of the requests of the checkout answer 500. */
  ERRORS
}
