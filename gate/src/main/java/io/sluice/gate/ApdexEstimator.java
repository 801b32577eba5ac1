package io.sluice.gate;

import io.sluice.gate.stats.BatchMeans;
import io.sluice.gate.stats.Bounds;
import io.sluice.gate.stats.ClopperPearson;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;
import java.time.Duration;

/**
 * The Application Performance Index against a floor, by batch means of the slices that saw
 * requests. Where slices are alike their interval is no wider than a point, however few requests
 * there were; so the exact interval of independent requests is joined to it. That one takes a
 * request's loss of 0, 1/2 or 1 for 0 or 1 with the same mean, which varies no less.
 */
final class ApdexEstimator implements Estimator {
  private final Question question;
  private final Satisfaction satisfaction;
  private final Punctuality punctuality;
  private final Means slices = new Means();
  private final Means onTime = new Means();
  private double points;

  ApdexEstimator(Question question, Duration target) {
    this.question = question;
    satisfaction = new Satisfaction(question.scope().series(), target);
    punctuality = Punctuality.of(question);
  }

  @Override
  public void take(Interval interval) {
    Satisfaction.Score score = satisfaction.of(interval);
    boolean punctual = punctuality.take(interval);
    if (score.requests() > 0) {
      slices.add(score.points(), score.requests());
      points += score.points();
      if (punctual) {
        onTime.add(score.points(), score.requests());
      }
    }
  }

  @Override
  public Finding conclude() {
    long n = slices.values();
    if (n == 0) {
      return question.nothing();
    }
    Objective objective = question.objective();
    double floor = objective.threshold();
    double tail = question.level().tail();
    BatchMeans means = slices.batch(tail);
    Bounds bounds = bounds(means, n, tail);
    boolean good = means.bounded() && objective.comparison().holds(bounds.low(), floor);
    boolean bad = means.bounded() && !objective.comparison().holds(bounds.high(), floor);
    Status status = good ? Status.PASS : bad ? Status.FAIL : Status.INCONCLUSIVE;
    double p = means.bounded() ? means.pBelow(floor) : 1;
    return Finding.of(
        objective,
        means.mean(),
        bounds,
        n,
        status,
        bad ? Math.min(tail, p) : Math.max(tail, p),
        punctuality.conclude(),
        failsOnTime(floor, tail),
        explain(status, means, bounds));
  }

  private boolean failsOnTime(double floor, double tail) {
    BatchMeans means = onTime.batch(tail);
    return means.bounded() && means.bounds(tail).high() < floor;
  }

  private Bounds bounds(BatchMeans means, long n, double tail) {
    if (!means.bounded()) {
      return Bounds.NONE;
    }
    Bounds batches = means.bounds(tail);
    Bounds exact = ClopperPearson.bounds(n - points, (double) n, tail).complement();
    return new Bounds(
        Math.max(0, Math.min(batches.low(), exact.low())),
        Math.min(1, Math.max(batches.high(), exact.high())));
  }

  private String explain(Status status, BatchMeans means, Bounds bounds) {
    String index = question.subject() + " is " + question.format(means.mean());
    if (!means.bounded()) {
      return index + ", " + question.tooShort();
    }
    String measured =
        "%s (%s to %s with %s confidence) of %s"
            .formatted(
                index,
                question.format(bounds.low()),
                question.format(bounds.high()),
                question.level().text(),
                Question.count(slices.values(), "request"));
    return switch (status) {
      case PASS -> measured + ", over " + question.threshold();
      case FAIL -> measured + ", under " + question.threshold();
      case INCONCLUSIVE ->
          "%s: the interval holds %s; %s"
              .formatted(
                  measured,
                  question.threshold(),
                  question.settledBy(
                      Math.max(
                          1,
                          BatchOutlook.factor(
                              means, question.objective().threshold(), question.level().tail()))));
    };
  }
}
