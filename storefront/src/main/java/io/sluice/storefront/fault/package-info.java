/**
 * How the deployment is made slow or wrong on purpose.
 *
 * <pre>
 * Faults (what was asked for) ──► FaultInjector ──► EndpointFaults (seeded streams) ──► Fate
 *   LatencyRule → Latency → LatencySampler · ErrorRule · ResetRule        what, and when
 *   LimitRule → Limit → Limiter · CutRule · DripRule → Delivery           how its bytes leave
 *   Bandwidth · Stall · Breakage
 * </pre>
 *
 * <p>Everything but the injector, its streams and the samplers is an immutable value; those may be
 * called by every event loop. A new distribution is a new record that implements {@link
 * io.sluice.storefront.fault.Latency}.
 */
@NullMarked
package io.sluice.storefront.fault;

import org.jspecify.annotations.NullMarked;
