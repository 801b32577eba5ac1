package io.sluice.gate;

import io.sluice.gate.stats.Decimals;
import io.sluice.model.plan.Comparison;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Threshold;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;
import java.time.Duration;

/**
 * A measure that is the error rate times a number known before: burn rate and error budget. It is
 * decided as the error rate against the limit over that number.
 */
final class ScaledEstimator implements Estimator {
  private final Question question;
  private final double scale;
  private final Estimator errors;
  private final Tail tail;

  /** What is said at the end of the reason, for an error rate. */
  private interface Tail {
    String of(double errorRate);
  }

  private ScaledEstimator(Question question, double scale, Tail tail) {
    this.question = question;
    this.scale = scale;
    this.tail = tail;
    errors = Estimator.of(question.about(errorRate(question.objective(), scale)));
  }

  /** The error rate over what the target allows. */
  static ScaledEstimator of(Question question, Measure.BurnRate burn) {
    return new ScaledEstimator(question, 1 / Decimals.complement(burn.target()), _ -> "");
  }

  /** The errors of the time measured, W, as a share of those that a period P allows: p W / P. */
  static ScaledEstimator of(Question question, Measure.ErrorBudget budget) {
    double allowed = Decimals.complement(budget.target());
    double period = budget.period().toNanos();
    String length = Units.format(budget.period());
    return new ScaledEstimator(
        question,
        Math.max(1, question.reachedNanos()) / (period * allowed),
        rate ->
            "; if production behaved like this run, the budget of %s would %s"
                .formatted(length, lasting(period * allowed / rate)));
  }

  private static String lasting(double nanos) {
    return nanos < Long.MAX_VALUE
        ? "last " + Units.format(Duration.ofNanos((long) nanos))
        : "not be touched";
  }

  private static Objective errorRate(Objective objective, double scale) {
    double limit = objective.threshold() / scale;
    Comparison comparison = limit >= 1 ? Comparison.LE : objective.comparison();
    return new Objective(
        new Measure.ErrorRate(),
        objective.selection(),
        comparison,
        new Threshold.Fixed(Math.min(1, limit)),
        objective.severity(),
        objective.minSamples(),
        "error_rate%s %s %s"
            .formatted(objective.selection(), comparison, Units.percent(Math.min(1, limit))));
  }

  @Override
  public void take(Interval interval) {
    errors.take(interval);
  }

  @Override
  public Finding conclude() {
    Finding finding = errors.conclude();
    if (finding.samples() == 0) {
      return question.nothing();
    }
    Finding scaled = finding.scaled(question.objective(), scale, "");
    return scaled.as(
        scaled.status(),
        "%s is %s (%s to %s): %s%s"
            .formatted(
                question.subject(),
                question.format(scaled.estimate()),
                question.format(scaled.bounds().low()),
                question.format(scaled.bounds().high()),
                finding.reason(),
                tail.of(finding.estimate())));
  }
}
