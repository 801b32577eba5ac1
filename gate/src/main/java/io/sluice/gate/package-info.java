/**
 * What was seen goes in, a verdict comes out.
 *
 * <p>{@link io.sluice.gate.Gate} reads a {@code RunResult} once and judges every {@code Objective}
 * of its plan: an estimate, an interval, and one of PASS, FAIL and INCONCLUSIVE. It never knows how
 * the load was made.
 *
 * <pre>
 *  Objective ─Question─► Estimator ◄─ every Interval
 *                            │
 *                         Finding ─Holm─► ─Attribution─► ObjectiveResult ─► Verdict
 * </pre>
 *
 * <p>An {@code Estimator} knows a measure: {@code QuantileEstimator}, {@code ShareEstimator},
 * {@code MeanEstimator}, {@code ThroughputEstimator}. {@code Attribution} knows when a finding must
 * not be put down to the target. A {@code Hearing} holds them together for one run; {@link
 * io.sluice.gate.RunningJudge} asks it again and again while the run goes on. The mathematics is in
 * {@code io.sluice.gate.stats}.
 */
@NullMarked
package io.sluice.gate;

import org.jspecify.annotations.NullMarked;
