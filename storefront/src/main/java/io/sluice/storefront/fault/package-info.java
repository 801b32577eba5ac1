/**
 * How the deployment is made slow or wrong on purpose.
 *
 * <pre>
 * Faults (what was asked for) ──► FaultInjector (per endpoint: seeded streams) ──► release instants
 *   LatencyRule → Latency → LatencySampler · ErrorRule · ResetRule · Stall · Breakage
 * </pre>
 *
 * <p>Everything but the injector and the samplers is an immutable value; those two may be called by
 * every event loop. A new distribution is a new record in {@link
 * io.sluice.storefront.fault.Latency}.
 */
@NullMarked
package io.sluice.storefront.fault;

import org.jspecify.annotations.NullMarked;
