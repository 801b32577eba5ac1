/**
 * How much can it take? The largest arrival rate at which all objectives hold, as an interval.
 *
 * <pre>
 *  CapacitySearch ──Step.Run(Probe)──► whoever makes load (or simulates it)
 *        ▲                                     │ RunResult, Verdict
 *        └──────ProbeResult◄──ProbeJudge◄──────┘
 *  CapacitySearch ──Step.Done(CapacityResult)──► reports
 * </pre>
 *
 * <p>{@link io.sluice.gate.capacity.CapacitySearch} is a state machine without a clock: it says
 * which rate to try next and for how long, and is told what was seen. {@link
 * io.sluice.gate.capacity.ProbeJudge} is the only class that knows verdicts. {@code Interpolation},
 * {@code UslFit} and {@code KneeFinder} compute figures from the finished probes; none of them ever
 * makes a rate count as proven. One thread at a time.
 */
@NullMarked
package io.sluice.gate.capacity;

import org.jspecify.annotations.NullMarked;
