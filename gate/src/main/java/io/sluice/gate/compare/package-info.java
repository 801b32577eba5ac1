/**
 * Is B slower than A? Two arms go in, a {@link io.sluice.gate.compare.Comparison} comes out.
 *
 * <pre>
 *  Arm A ─┐                        PairedTimes, PairedRatio          HodgesLehmann ─ Change
 *         ├─ArmReader─► slices ─►  (a statistic of both arms)  ─►    BootstrapT        │
 *  Arm B ─┘                              │                           LabelSwap ───── Holm ─► Comparison
 *                                 CorrelationTime ─► Blocks
 * </pre>
 *
 * <p>Requests of one second are slow together, so the unit is never the request: slices are joined
 * to blocks that are long enough to be independent of each other, and block j of A is compared with
 * block j of B. The mathematics is that of measurement.md section 5; {@code docs/compare.md} tells
 * it to users.
 */
@NullMarked
package io.sluice.gate.compare;

import org.jspecify.annotations.NullMarked;
