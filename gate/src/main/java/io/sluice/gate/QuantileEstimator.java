package io.sluice.gate;

import io.sluice.gate.stats.Bounds;
import io.sluice.gate.stats.Decimals;
import io.sluice.gate.stats.OrderStatistics;
import io.sluice.gate.stats.ShareTest;
import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;
import org.HdrHistogram.Histogram;

/**
 * A quantile q against a limit T. Decided as a share: at most 1 - q of the samples may be above T.
 * Shown as the value of rank ceil(q n) between two order statistics, each read from the histogram
 * outward to its bucket's edge; samples without a time stand at infinity.
 */
final class QuantileEstimator implements Estimator {
  private final Question question;
  private final double q;
  private final TimeSamples samples;
  private final TimeLimit limit;
  private final SliceCounts slices = new SliceCounts();
  private final SliceCounts byService = new SliceCounts();

  QuantileEstimator(Question question, double q, TimeSamples samples) {
    this.question = question;
    this.q = q;
    this.samples = samples;
    this.limit = new TimeLimit(question.objective().threshold());
  }

  @Override
  public void take(Interval interval) {
    TimeSamples.Counts counts = samples.count(interval, limit);
    slices.add(counts.above(), counts.all());
    byService.add(counts.aboveByService(), counts.all());
  }

  @Override
  public Finding conclude() {
    long n = slices.all();
    if (n == 0) {
      return question.nothing();
    }
    double tail = question.level().tail();
    double allowed = Decimals.complement(q);
    ShareTest test = question.worth().test(slices, allowed, tail);
    OrderStatistics ranks = OrderStatistics.of(n, test.samples(), q, tail);
    Histogram times = samples.times();
    double estimate = atRank(times, Decimals.nearestRank(q, n));
    Bounds bounds = new Bounds(lowerEdge(times, ranks.lower()), atRank(times, ranks.upper()));
    Status status =
        test.provenGood() ? Status.PASS : test.provenBad() ? Status.FAIL : Status.INCONCLUSIVE;
    return new Finding(
        question.objective(),
        estimate,
        bounds,
        n,
        status,
        limit.holds(estimate),
        test.pBad(),
        status == Status.FAIL && question.worth().test(byService, allowed, tail).provenGood(),
        explain(status, test, estimate, bounds));
  }

  /** Upper edge of the bucket that holds a rank, in nanoseconds; infinite beyond the last time. */
  private static double atRank(Histogram times, long rank) {
    long count = times.getTotalCount();
    return rank > count
        ? Double.POSITIVE_INFINITY
        : times.getValueAtPercentile(100 * (rank - 0.5) / count) * 1000.0;
  }

  private static double lowerEdge(Histogram times, long rank) {
    long count = times.getTotalCount();
    if (rank == 0 || rank > count) {
      return rank == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    long value = times.getValueAtPercentile(100 * (rank - 0.5) / count);
    return times.lowestEquivalentValue(value) * 1000.0;
  }

  private String explain(Status status, ShareTest test, double estimate, Bounds bounds) {
    String measured =
        "%s is %s (%s to %s with %s confidence)"
            .formatted(
                question.subject(),
                question.format(estimate),
                question.format(bounds.low()),
                question.format(bounds.high()),
                question.level().text());
    if (Double.isInfinite(estimate)) {
      measured = withoutTime(test);
      if (status == Status.FAIL) {
        return measured;
      }
      if (test.guarded()) {
        return measured + "; " + Outlook.of(question, test);
      }
    }
    return switch (status) {
      case PASS -> measured + ", within " + question.threshold();
      case FAIL -> measured + ", over " + question.threshold();
      case INCONCLUSIVE ->
          test.guarded()
              ? "%s: the interval holds %s; %s"
                  .formatted(measured, question.threshold(), Outlook.of(question, test))
              : "%s, but %s of at least %s are too few to judge it; %s"
                  .formatted(
                      measured,
                      Question.count(slices.all(), samples.noun()),
                      Units.number(Math.ceil(ShareTest.GUARD / test.allowed() - 1e-9)),
                      Outlook.of(question, test));
    };
  }

  /**
   * Where failures alone are more than the quantile leaves out, the share of the bad tells more.
   */
  private String withoutTime(ShareTest test) {
    Bounds share = test.bounds();
    return "%s; with those over %s that is %s (%s to %s with %s confidence), where %s may be"
        .formatted(
            samples.missing(),
            question.objective().thresholdText(),
            Units.percent(slices.bad() / (double) slices.all()),
            Units.percent(share.low()),
            Units.percent(share.high()),
            question.level().text(),
            Units.percent(test.allowed()));
  }
}
