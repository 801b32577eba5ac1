/**
 * What the shop offers to the network: its endpoints, their groups, and how a path finds one.
 *
 * <p>{@link io.sluice.storefront.endpoint.Endpoint} is the closed list; {@link
 * io.sluice.storefront.endpoint.EndpointScope} selects some of them, for faults. Pure values
 * without I/O; any thread may use them.
 */
@NullMarked
package io.sluice.storefront.endpoint;

import org.jspecify.annotations.NullMarked;
