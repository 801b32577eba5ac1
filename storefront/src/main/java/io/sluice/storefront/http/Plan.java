package io.sluice.storefront.http;

import io.sluice.storefront.truth.EndpointStatus;

/** What becomes of a request, and when. */
sealed interface Plan {

  /** When it happens, by {@link System#nanoTime()}. */
  long releaseNanos();

  /** The request is answered, and the answer counted under the endpoint's name and the status. */
  record Answer(Reply reply, EndpointStatus key, long releaseNanos) implements Plan {
    static Answer of(Reply reply, String label, long releaseNanos) {
      return new Answer(reply, new EndpointStatus(label, reply.status().code()), releaseNanos);
    }
  }

  /** The request is answered and not counted: it asked for the ground truth itself. */
  record UncountedAnswer(Reply reply, long releaseNanos) implements Plan {}

  /** The connection or the stream is reset on purpose. */
  record Reset(long releaseNanos) implements Plan {}
}
