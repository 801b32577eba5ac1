package io.sluice.storefront.http;

import io.sluice.storefront.fault.Delivery;

/** What becomes of a request, and when. */
sealed interface Plan {

  /** When it happens, by {@link System#nanoTime()}. */
  long releaseNanos();

  /**
   * The request is answered, and the answer counted under the endpoint's name and the status.
   *
   * @param label the endpoint's name in the ground truth
   * @param drawnNanos the delay that the endpoint's latency gave it
   */
  record Answer(Reply reply, String label, Delivery delivery, long drawnNanos, long releaseNanos)
      implements Plan {}

  /** The request is answered and not counted: it asked for the ground truth itself. */
  record UncountedAnswer(Reply reply, long releaseNanos) implements Plan {}

  /** The connection or the stream is reset on purpose in the answer's place. */
  record Reset(String label, long drawnNanos, long releaseNanos) implements Plan {}
}
