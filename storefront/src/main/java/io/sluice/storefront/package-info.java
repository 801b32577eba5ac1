/**
 * The embedded demo deployment: a small shop that a load test can be pointed at, that is slow or
 * wrong only when asked to be, and that knows what it answered.
 *
 * <pre>
 * StorefrontOptions ─► Storefront ─► http ─► shop        endpoint: what is offered
 *                          │           └───► fault       how it is slowed and broken
 *                          │                 └► limit   how much it can do
 *                          └─ truth() ─────► truth       what was answered, to the last request
 * </pre>
 *
 * <p>This package is the door: options, start and stop, certificates for demos and tests.
 */
@NullMarked
package io.sluice.storefront;

import org.jspecify.annotations.NullMarked;
