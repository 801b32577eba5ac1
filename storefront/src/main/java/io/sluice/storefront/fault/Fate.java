package io.sluice.storefront.fault;

/**
 * What happens to a request on purpose.
 *
 * @param drawnNanos the delay that its latency's law gave it
 * @param releaseNanos when its answer may leave or the reset comes, by {@link System#nanoTime()}:
 *     after the limit, the delay, and the stalls; not before the arrival
 */
public record Fate(Treatment treatment, Delivery delivery, long drawnNanos, long releaseNanos) {

  /** What it gets. */
  public enum Treatment {
    /** The shop's answer. */
    SERVED,
    /** Status 500; no effect in the shop. */
    ERROR,
    /** Status 429 from the limit, without a latency; no effect in the shop. */
    REFUSED,
    /** A reset in the place of an answer; no effect in the shop. */
    RESET
  }
}
