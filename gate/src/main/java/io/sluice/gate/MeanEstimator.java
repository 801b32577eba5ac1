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
  private final Means onTime = new Means();
  private final Punctuality punctuality;

  MeanEstimator(Question question, TimeSamples samples) {
    this.question = question;
    this.samples = samples;
    punctuality = Punctuality.of(question);
  }

  @Override
  public void take(Interval interval) {
    TimeSamples.Sums sums = samples.sum(interval);
    boolean punctual = punctuality.take(interval);
    if (sums.count() > 0) {
      slices.add(sums.micros() * 1000, sums.count());
      if (punctual) {
        onTime.add(sums.micros() * 1000, sums.count());
      }
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
        Double.NaN,
        true,
        status,
        objective.comparison().holds(means.mean(), limit),
        bad
            ? Math.min(tail, means.pAbove(limit))
            : Math.max(tail, judged ? means.pAbove(limit) : 1),
        punctuality.conclude(),
        onTime.values() > 0 && onTime.batch(tail).bounds(tail).low() > limit,
        explain(status, means, bounds));
  }

  private String explain(Status status, BatchMeans means, Bounds bounds) {
    String mean = question.subject() + " is " + question.format(means.mean());
    if (!means.bounded()) {
      return mean + ", " + question.tooShort();
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
              ? measured + ", but a few slices dominate it: use a percentile instead"
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
