package io.sluice.gate;

import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Objective;

/**
 * What the samples alone say of one objective, before anything else about the run is weighed.
 *
 * @param objective what was looked at
 * @param estimate in the unit of its measure; {@code NaN} without samples
 * @param bounds the interval that is shown
 * @param samples what it rests on
 * @param effective how many independent samples those are worth; {@code NaN} if that has no meaning
 * @param longEnough whether the run was long enough to rely on the interval
 * @param status by the interval
 * @param pointHolds whether the estimate alone is on the good side
 * @param pBad p-value of "the objective holds": small where it fails
 * @param lateness how late the generator was, measured by this objective
 * @param failsOnTime whether the slices in which the generator was on time fail, too
 * @param reason one sentence
 */
record Finding(
    Objective objective,
    double estimate,
    Bounds bounds,
    long samples,
    double effective,
    boolean longEnough,
    Status status,
    boolean pointHolds,
    double pBad,
    Lateness lateness,
    boolean failsOnTime,
    String reason) {

  /** Nothing was seen. */
  static Finding nothing(Objective objective, String reason) {
    return new Finding(
        objective,
        Double.NaN,
        Bounds.NONE,
        0,
        0,
        false,
        Status.INCONCLUSIVE,
        false,
        1,
        Lateness.NONE,
        false,
        reason);
  }

  /**
   * A finding of a measure that is no share of independent samples.
   *
   * @param pBad p-value of "the objective holds"
   * @param failsOnTime see {@link #failsOnTime()}
   */
  static Finding of(
      Objective objective,
      double estimate,
      Bounds bounds,
      long samples,
      Status status,
      double pBad,
      Lateness lateness,
      boolean failsOnTime,
      String reason) {
    boolean holds = objective.comparison().holds(estimate, objective.threshold());
    return new Finding(
        objective,
        estimate,
        bounds,
        samples,
        Double.NaN,
        true,
        status,
        holds,
        pBad,
        lateness,
        failsOnTime,
        reason);
  }

  /** The same about another objective, whose measure is {@code scale} times this one's. */
  Finding scaled(Objective other, double scale, String because) {
    return new Finding(
        other,
        scale * estimate,
        new Bounds(scale * bounds.low(), scale * bounds.high()),
        samples,
        effective,
        longEnough,
        status,
        pointHolds,
        pBad,
        lateness,
        failsOnTime,
        because);
  }

  /** The same where it was picked among so many as the worst (Bonferroni). */
  Finding worstOf(int many, String because) {
    return new Finding(
        objective,
        estimate,
        bounds,
        samples,
        effective,
        longEnough,
        status,
        pointHolds,
        Math.min(1, many * pBad),
        lateness,
        failsOnTime,
        because);
  }

  /** The same with another status and reason. */
  Finding as(Status other, String because) {
    return new Finding(
        objective,
        estimate,
        bounds,
        samples,
        effective,
        longEnough,
        other,
        pointHolds,
        pBad,
        lateness,
        failsOnTime,
        because);
  }

  ObjectiveResult result() {
    return new ObjectiveResult(
        objective,
        estimate,
        bounds.low(),
        bounds.high(),
        samples,
        effective,
        longEnough,
        pointHolds,
        status,
        reason);
  }
}
