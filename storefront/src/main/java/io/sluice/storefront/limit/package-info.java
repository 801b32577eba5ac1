/**
 * Targets whose capacity is known: what a search for capacity is measured against.
 *
 * <p>{@link io.sluice.storefront.limit.Limit} says how much the server can do, {@link
 * io.sluice.storefront.limit.Limiter} does it, by arithmetic on arrival instants: no queue, no
 * thread, no clock. {@link io.sluice.storefront.limit.Mm1Queue} and {@link
 * io.sluice.storefront.limit.Md1Queue} say what theory expects. Limiters may be called by every
 * event loop; the rest are immutable values.
 */
@NullMarked
package io.sluice.storefront.limit;

import org.jspecify.annotations.NullMarked;
