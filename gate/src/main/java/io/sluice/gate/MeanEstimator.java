package io.sluice.gate;

import io.sluice.gate.stats.BatchMeans;
import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;

/**
 * A mean time against a limit, by batch means of the intervals that saw any. Where single slices
 * are wild (kurtosis over {@link #MAX_KURTOSIS}), Student's t is no guide and nothing is decided.
 */
final class MeanEstimator implements Estimator {
  private static final double MAX_KURTOSIS = 6;

  private final Question question;
  private final TimeSamples samples;
  private final Means slices = new Means();
  private final Means byService = new Means();

  MeanEstimator(Question question, TimeSamples samples) {
    this.question = question;
    this.samples = samples;
  }

  @Override
  public void take(Interval interval) {
    TimeSamples.Sums sums = samples.sum(interval);
    if (sums.count() > 0) {
      slices.add(sums.micros() * 1000, sums.count());
      byService.add(sums.serviceMicros() * 1000, sums.serviceCount());
    }
  }

  @Override
  public Finding conclude() {
    if (slices.values() == 0) {
      return question.nothing();
    }
    Objective objective = question.objective();
    double limit = objective.threshold();
    double tail = question.level().tail();
    BatchMeans means = slices.batch(tail);
    Bounds bounds = means.bounds(tail);
    boolean judged = means.bounded() && means.kurtosis() <= MAX_KURTOSIS;
    boolean good = judged && objective.comparison().holds(bounds.high(), limit);
    boolean bad = judged && !objective.comparison().holds(bounds.low(), limit);
    Status status = good ? Status.PASS : bad ? Status.FAIL : Status.INCONCLUSIVE;
    return new Finding(
        objective,
        means.mean(),
        new Bounds(Math.max(0, bounds.low()), bounds.high()),
        slices.values(),
        status,
        objective.comparison().holds(means.mean(), limit),
        bad
            ? Math.min(tail, means.pAbove(limit))
            : Math.max(tail, judged ? means.pAbove(limit) : 1),
        bad && objective.comparison().holds(byService.batch(tail).bounds(tail).high(), limit),
        explain(status, means, bounds));
  }

  private String explain(Status status, BatchMeans means, Bounds bounds) {
    String mean = question.subject() + " is " + question.format(means.mean());
    if (!means.bounded()) {
      return "%s, but %s with %ss are too few: at least %d are needed"
          .formatted(
              mean,
              Question.count(slices.size(), "second"),
              samples.noun(),
              BatchMeans.MIN_BATCHES);
    }
    String measured =
        "%s (%s to %s with %s confidence)"
            .formatted(
                mean,
                question.format(Math.max(0, bounds.low())),
                question.format(bounds.high()),
                question.level().text());
    return switch (status) {
      case PASS -> measured + ", within " + question.threshold();
      case FAIL -> measured + ", over " + question.threshold();
      case INCONCLUSIVE ->
          means.kurtosis() > MAX_KURTOSIS
              ? measured + ", but a few seconds dominate it: use a percentile instead"
              : "%s: the interval holds %s; %s"
                  .formatted(
                      measured,
                      question.threshold(),
                      question.settledBy(
                          BatchOutlook.factor(
                              means, question.objective().threshold(), question.level().tail())));
    };
  }
}
