/**
 * What earlier runs of the same load measured, to hold a new one against: {@link
 * io.sluice.gate.baseline.Baseline} knows a percentile and how sure it is, {@link
 * io.sluice.gate.baseline.RelativeChange} says how far a new run is from it. Whoever has five runs
 * knows how much runs differ from each other; whoever has one does not, and is told so.
 */
@NullMarked
package io.sluice.gate.baseline;

import org.jspecify.annotations.NullMarked;
