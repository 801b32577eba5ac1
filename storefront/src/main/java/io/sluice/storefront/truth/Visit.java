package io.sluice.storefront.truth;

/**
 * A request that was read, and what the server means to do with it. Instants are readings of {@link
 * System#nanoTime()}.
 *
 * @param endpoint method and path template, such as {@code GET /products/{id}}
 * @param status of its answer, 0 if it is to be reset
 * @param arrivalNanos when it was read to its end
 * @param drawnNanos the delay that the endpoint's law of latency gave it
 * @param dueNanos when its answer may leave: after limit, delay and stall
 */
public record Visit(
    String endpoint,
    int status,
    Protocol protocol,
    long arrivalNanos,
    long drawnNanos,
    long dueNanos) {

  EndpointStatus key() {
    return new EndpointStatus(endpoint, status);
  }
}
