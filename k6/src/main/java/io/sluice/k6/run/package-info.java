/**
 * A k6 script as a run of the engine: its scenarios become phases, its users guests of the cells,
 * its samples k6's metrics and, at the same time, the intervals that everything else of Sluice is
 * made from.
 *
 * <pre>
 *  script ─ScriptProgram─► Options ─LoadPlanner─► LoadPlan ─Engine─► ScriptGuest.iterate
 *                                                    │                    │ DoorTransport
 *        exit code ◄─ThresholdWatch─ MetricTotals ◄──┼─── CellStores ◄────┤
 *                                                    └─► Interval ◄───────┘
 * </pre>
 */
@NullMarked
package io.sluice.k6.run;

import org.jspecify.annotations.NullMarked;
