package io.sluice.gate;

import io.sluice.model.plan.Objective;

/**
 * How one objective was judged. Values are in the unit of its measure: nanoseconds, a share of 0 to
 * 1, or per second.
 *
 * @param objective what was judged
 * @param estimate the statistic; {@code NaN} without samples, infinite where failed requests alone
 *     are more than the quantile leaves out
 * @param low lower end of the interval; {@code NaN} if there is none
 * @param high upper end of the interval; infinite if the samples do not bound it, {@code NaN} if
 *     there is no interval
 * @param samples how many requests, checks, values or seconds it rests on
 * @param effectiveSamples how many independent ones those are worth; {@code NaN} if that has no
 *     meaning, 0 if it is not known
 * @param longEnough whether the run was long beside its slow stretches, so that the interval can be
 *     relied on; true where that has no meaning
 * @param observed whether the estimate alone is on the good side of the threshold: what happened,
 *     without any inference
 * @param status the judgement
 * @param reason one sentence that explains it
 */
public record ObjectiveResult(
    Objective objective,
    double estimate,
    double low,
    double high,
    long samples,
    double effectiveSamples,
    boolean longEnough,
    boolean observed,
    Status status,
    String reason) {
  /** Whether it can only warn, and does not change the verdict of the run. */
  public boolean onlyWarns() {
    return objective.severity() == Objective.Severity.WARN;
  }
}
