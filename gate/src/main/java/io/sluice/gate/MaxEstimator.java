package io.sluice.gate;

import io.sluice.gate.stats.Bounds;
import io.sluice.model.run.Interval;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The longest time against a limit. What was seen decides, as nothing bounds what was not: a
 * maximum grows with every request that is made. A failed request is over any limit.
 */
final class MaxEstimator implements Estimator {
  private final Question question;
  private final TimeSamples samples;
  private final TimeLimit limit;
  private final Punctuality punctuality;
  private long above;
  private long aboveOnTime;
  private long all;

  MaxEstimator(Question question, TimeSamples samples) {
    this.question = question;
    this.samples = samples;
    limit = new TimeLimit(question.objective().threshold());
    punctuality = Punctuality.of(question, 0);
  }

  @Override
  public void take(Interval interval) {
    TimeSamples.Counts counts = samples.count(interval, limit);
    above += counts.above();
    aboveOnTime += punctuality.take(interval) ? counts.above() : 0;
    all += counts.all();
  }

  @Override
  public Finding conclude() {
    if (all == 0) {
      return question.nothing();
    }
    Histogram times = samples.times();
    boolean allTimed = times.getTotalCount() == all;
    double longest = allTimed ? times.getMaxValue() * 1000.0 : Double.POSITIVE_INFINITY;
    Status status = above > 0 ? Status.FAIL : Status.PASS;
    // a time in the bucket of the threshold is not above it, as for a percentile
    double estimate = status == Status.PASS ? Math.min(longest, below()) : longest;
    return Finding.of(
        question.objective(),
        estimate,
        Bounds.NONE,
        all,
        status,
        status == Status.FAIL ? 0 : 1,
        punctuality.conclude(),
        aboveOnTime > 0,
        explain(status, longest));
  }

  private double below() {
    double threshold = question.objective().threshold();
    return question.objective().comparison().holds(threshold, threshold)
        ? threshold
        : Math.nextDown(threshold);
  }

  private String explain(Status status, double longest) {
    String seen =
        Double.isInfinite(longest)
            ? samples.missing()
            : question.subject() + " is " + question.format(longest);
    return status == Status.PASS
        ? "%s, within %s; that says nothing of requests that were not made"
            .formatted(seen, question.threshold())
        : "%s; of %s, %s over %s"
            .formatted(
                seen,
                Question.count(all, samples.noun()),
                above == 1 ? "1 was" : String.format(Locale.ROOT, "%,d were", above),
                question.threshold());
  }
}
