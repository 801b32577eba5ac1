package io.sluice.gate;

import io.sluice.gate.stats.Bounds;
import io.sluice.gate.stats.Decimals;
import io.sluice.gate.stats.EffectiveSamples;
import io.sluice.gate.stats.OrderStatistics;
import io.sluice.gate.stats.ShareTest;
import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * A quantile q against a limit T. Decided as a share: at most 1 - q of the samples may be above T.
 * Shown as the value of rank ceil(q n) between two order statistics, each read from the histogram
 * outward to its bucket's edge; samples without a time stand at infinity.
 *
 * <p>How many independent samples there are is learnt from the times above the 90th and the 95th
 * percentile and above q, and from those above T (method: tail design effect). In a run that is too
 * short beside its slow stretches that is not known well, and the share of the times above T must
 * be less than half of what it may be to be proven good.
 */
final class QuantileEstimator implements Estimator, Looks {
  private static final double[] LEVELS = {0.90, 0.95};
  private static final double FAR = 0.5;

  private final Question question;
  private final double q;
  private final double allowed;
  private final TimeSamples samples;
  private final TimeLimit limit;
  private final Punctuality punctuality;
  private final SliceCounts slices = new SliceCounts();
  private final SliceCounts onTime = new SliceCounts();
  private final IntendedSlices intended;
  private final TimeSlices times;
  private final TimeCells slice = new TimeCells();

  QuantileEstimator(Question question, double q, TimeSamples samples) {
    this.question = question;
    this.q = q;
    this.samples = samples;
    allowed = Decimals.complement(q);
    limit = new TimeLimit(question.objective().threshold());
    punctuality = Punctuality.of(question, allowed);
    intended = new IntendedSlices(question.run().plan());
    times = new TimeSlices(intended);
  }

  @Override
  public void take(Interval interval) {
    TimeSamples.Counts counts = samples.count(interval, limit);
    boolean punctual = punctuality.take(interval);
    if (counts.all() > 0) {
      samples.spread(interval, limit, intended, slices);
      if (punctual) {
        samples.spread(interval, limit, intended, onTime);
      }
      slice.reset();
      samples.addTo(slice);
      times.add(interval, slice);
    }
  }

  @Override
  public Finding conclude() {
    long n = slices.all();
    if (n == 0) {
      return question.nothing();
    }
    double tail = question.level().tail();
    EffectiveSamples worth = worth();
    ShareTest test = worth.test(slices, allowed, tail);
    Histogram all = samples.times();
    double estimate = atRank(all, Decimals.nearestRank(q, n));
    Bounds bounds = worth.known() ? bounds(all, worth) : Bounds.NONE;
    boolean tooShort = !worth.length().enough() && slices.bad() >= FAR * allowed * n;
    Status status =
        test.provenGood() && !tooShort
            ? Status.PASS
            : test.provenBad() ? Status.FAIL : Status.INCONCLUSIVE;
    return new Finding(
        question.objective(),
        estimate,
        bounds,
        n,
        worth.size(),
        worth.length().enough(),
        status,
        limit.holds(estimate),
        test.pBad(),
        punctuality.conclude(),
        EffectiveSamples.of(onTime, tail).test(onTime, allowed, tail).provenBad(),
        explain(status, worth, test, estimate, bounds));
  }

  @Override
  public ShareTest look(Interval last) {
    long overdue = samples.overdue(last, limit);
    double tail = question.level().tail();
    // what was intended less than the limit ago has only its fast answers yet
    int mature = intended.of(last, question.objective().threshold() / 1000);
    SliceCounts old = slices.before(mature);
    EffectiveSamples worth =
        EffectiveSamples.ofQuantile(
            old,
            times.above(q).before(mature),
            Arrays.stream(LEVELS).mapToObj(level -> times.above(level).before(mature)).toList(),
            tail);
    double scale = old.all() == 0 ? 0 : worth.size() / old.all();
    return new ShareTest(
        scale * (old.bad() + overdue), scale * (old.all() + overdue), allowed, tail);
  }

  @Override
  public long bad(Interval last) {
    return slices.bad() + samples.overdue(last, limit);
  }

  private EffectiveSamples worth() {
    return EffectiveSamples.ofQuantile(
        slices,
        times.above(q),
        Arrays.stream(LEVELS).mapToObj(times::above).toList(),
        question.level().tail());
  }

  private Bounds bounds(Histogram all, EffectiveSamples worth) {
    OrderStatistics ranks =
        OrderStatistics.of(slices.all(), worth.size(), q, question.level().tail());
    return new Bounds(lowerEdge(all, ranks.lower()), atRank(all, ranks.upper()));
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

  private String explain(
      Status status, EffectiveSamples worth, ShareTest test, double estimate, Bounds bounds) {
    String measured = question.subject() + " is " + question.format(estimate);
    if (!worth.known()) {
      return measured + ", " + question.tooShort();
    }
    measured =
        "%s (%s to %s with %s confidence%s)"
            .formatted(
                measured,
                question.format(bounds.low()),
                question.format(bounds.high()),
                question.level().text(),
                Question.worth(worth, samples.noun()));
    if (Double.isInfinite(estimate)) {
      measured = withoutTime(test);
      if (status == Status.FAIL) {
        return measured;
      }
      if (test.guarded()) {
        return measured + "; " + Outlook.of(question, test);
      }
    }
    String slow = worth.length().enough() ? "" : "; " + question.slowStretches(worth.length());
    return switch (status) {
      case PASS -> measured + ", within " + question.threshold() + slow;
      case FAIL -> measured + ", over " + question.threshold() + slow;
      case INCONCLUSIVE ->
          test.provenGood()
              ? "%s: within %s, but not by far%s; %s"
                  .formatted(
                      measured,
                      question.threshold(),
                      slow,
                      question.settledBy(worth.length().factor()))
              : test.guarded()
                  ? "%s: the interval holds %s; %s"
                      .formatted(measured, question.threshold(), Outlook.of(question, test))
                  : "%s, but %s of at least %s independent ones are too few to judge it; %s"
                      .formatted(
                          measured,
                          Question.count((long) test.samples(), samples.noun()),
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
