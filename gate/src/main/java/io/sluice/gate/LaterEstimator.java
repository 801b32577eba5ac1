package io.sluice.gate;

import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Span;
import io.sluice.model.plan.Threshold;
import io.sluice.model.run.Interval;

/** An objective of a run that goes on, of which nothing can be said before it has ended. */
final class LaterEstimator implements Estimator {
  private final Objective objective;

  private LaterEstimator(Objective objective) {
    this.objective = objective;
  }

  /** The estimator of a question that is asked again and again while a run goes on. */
  static Estimator of(Question question) {
    return needsTheEnd(question.objective())
        ? new LaterEstimator(question.objective())
        : Estimator.of(question);
  }

  /** Whether it asks for the length of the run, for its end, or for something outside of it. */
  private static boolean needsTheEnd(Objective objective) {
    return !(objective.selection().span() instanceof Span.Whole)
        || objective.bound() instanceof Threshold.OfBaseline
        || objective.measure() instanceof Measure.ErrorBudget
        || objective.measure() instanceof Measure.TargetMetric;
  }

  @Override
  public void take(Interval interval) {}

  @Override
  public Finding conclude() {
    return Finding.nothing(objective, "it is judged when the run has ended");
  }
}
