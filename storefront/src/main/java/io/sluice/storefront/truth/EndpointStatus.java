package io.sluice.storefront.truth;

/**
 * What answers are counted by.
 *
 * @param endpoint method and path template, such as {@code GET /products/{id}}
 * @param status the HTTP status that was sent
 */
public record EndpointStatus(String endpoint, int status) {}
