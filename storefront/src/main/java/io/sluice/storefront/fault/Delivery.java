package io.sluice.storefront.fault;

/** How the bytes of an answer leave. */
public record Delivery(Drip drip, Ending ending) {
  private static final Delivery WHOLE = new Delivery(Drip.none(), Ending.COMPLETE);

  /** At once and to the last. */
  public static Delivery whole() {
    return WHOLE;
  }

  public boolean isWhole() {
    return ending == Ending.COMPLETE && drip.equals(Drip.none());
  }
}
