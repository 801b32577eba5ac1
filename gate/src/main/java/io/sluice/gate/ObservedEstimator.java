package io.sluice.gate;

import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;

/** A number that is known against a limit or a floor: there is nothing to infer. */
final class ObservedEstimator implements Estimator {
  private final Question question;
  private final ObservedValue observed;

  ObservedEstimator(Question question, ObservedValue observed) {
    this.question = question;
    this.observed = observed;
  }

  @Override
  public void take(Interval interval) {
    observed.take(interval);
  }

  @Override
  public Finding conclude() {
    Objective objective = question.objective();
    double value = observed.value();
    if (Double.isNaN(value)) {
      return question.nothing();
    }
    boolean holds = objective.comparison().holds(value, objective.threshold());
    boolean limit = objective.comparison().isUpperBound();
    return Finding.of(
        objective,
        value,
        Bounds.NONE,
        observed.samples(),
        holds ? Status.PASS : Status.FAIL,
        holds ? 1 : 0,
        Lateness.NONE,
        !holds,
        "%s is %s, %s %s, by %s"
            .formatted(
                question.subject(),
                question.format(value),
                limit ? (holds ? "within" : "over") : (holds ? "over" : "under"),
                question.threshold(),
                Question.count(observed.samples(), observed.noun())));
  }
}
