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
 * @param status by the interval
 * @param pointHolds whether the estimate alone is on the good side
 * @param pBad p-value of "the objective holds": small where it fails
 * @param generatorsFault whether it fails by response time, but would pass by service time
 * @param reason one sentence
 */
record Finding(
    Objective objective,
    double estimate,
    Bounds bounds,
    long samples,
    Status status,
    boolean pointHolds,
    double pBad,
    boolean generatorsFault,
    String reason) {

  /** Nothing was seen. */
  static Finding nothing(Objective objective, String reason) {
    return new Finding(
        objective, Double.NaN, Bounds.NONE, 0, Status.INCONCLUSIVE, false, 1, false, reason);
  }

  /**
   * A finding that says nothing of the generator's part in it.
   *
   * @param pBad p-value of "the objective holds"
   */
  static Finding of(
      Objective objective,
      double estimate,
      Bounds bounds,
      long samples,
      Status status,
      double pBad,
      String reason) {
    boolean holds = objective.comparison().holds(estimate, objective.threshold());
    return new Finding(objective, estimate, bounds, samples, status, holds, pBad, false, reason);
  }

  /** The same about another objective, whose measure is {@code scale} times this one's. */
  Finding scaled(Objective other, double scale, String because) {
    return new Finding(
        other,
        scale * estimate,
        new Bounds(scale * bounds.low(), scale * bounds.high()),
        samples,
        status,
        pointHolds,
        pBad,
        generatorsFault,
        because);
  }

  /** The same where it was picked among so many as the worst (Bonferroni). */
  Finding worstOf(int many, String because) {
    return new Finding(
        objective,
        estimate,
        bounds,
        samples,
        status,
        pointHolds,
        Math.min(1, many * pBad),
        generatorsFault,
        because);
  }

  /** The same with another status and reason. */
  Finding as(Status other, String because) {
    return new Finding(
        objective, estimate, bounds, samples, other, pointHolds, pBad, generatorsFault, because);
  }

  ObjectiveResult result() {
    return new ObjectiveResult(
        objective, estimate, bounds.low(), bounds.high(), samples, status, reason);
  }
}
