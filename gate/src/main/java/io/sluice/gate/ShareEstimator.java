package io.sluice.gate;

import io.sluice.gate.stats.Bounds;
import io.sluice.gate.stats.Decimals;
import io.sluice.gate.stats.EffectiveSamples;
import io.sluice.gate.stats.ShareTest;
import io.sluice.gate.stats.SliceCounts;
import io.sluice.gate.stats.Wilson;
import io.sluice.model.plan.Comparison;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;

/**
 * A share against a limit or a floor. Decided as the share of bad events, by the exact test; shown
 * with the Wilson interval, as the share that the objective names.
 */
final class ShareEstimator implements Estimator, Looks {
  private final Question question;
  private final ShareSource source;
  private final boolean floor;
  private final double allowed;
  private final Punctuality punctuality;
  private final IntendedSlices intended;
  private final SliceCounts slices = new SliceCounts();
  private final SliceCounts onTime = new SliceCounts();

  ShareEstimator(Question question, ShareSource source) {
    this.question = question;
    this.source = source;
    floor = question.objective().comparison().isLowerBound();
    double threshold = question.objective().threshold();
    allowed = floor ? Decimals.complement(threshold) : threshold;
    punctuality = Punctuality.of(question, allowed);
    intended = new IntendedSlices(question.run().plan());
  }

  @Override
  public void take(Interval interval) {
    SliceCounts seen = new SliceCounts();
    source.spread(interval, intended, seen);
    slices.add(seen);
    if (punctuality.take(interval)) {
      onTime.add(seen);
    }
  }

  @Override
  public Finding conclude() {
    source.finish(slices);
    long n = slices.all();
    if (n == 0) {
      return question.nothing();
    }
    double tail = question.level().tail();
    EffectiveSamples worth = EffectiveSamples.of(slices, tail);
    ShareTest test = worth.test(slices, allowed, tail);
    double estimate = (double) (floor ? n - slices.bad() : slices.bad()) / n;
    Bounds shown = Wilson.bounds(test.bad(), test.samples(), tail);
    Status status =
        alwaysHolds() || test.provenGood()
            ? Status.PASS
            : test.provenBad() ? Status.FAIL : Status.INCONCLUSIVE;
    Bounds bounds = floor ? shown.complement() : shown;
    return new Finding(
        question.objective(),
        estimate,
        bounds,
        n,
        worth.size(),
        worth.length().enough(),
        status,
        question.objective().comparison().holds(estimate, question.objective().threshold()),
        alwaysHolds() ? 1 : test.pBad(),
        punctuality.conclude(),
        EffectiveSamples.of(onTime, tail).test(onTime, allowed, tail).provenBad(),
        explain(status, worth, test, estimate, bounds));
  }

  @Override
  public ShareTest look(Interval last) {
    double tail = question.level().tail();
    return EffectiveSamples.of(slices, tail).test(slices, allowed, tail);
  }

  @Override
  public long bad(Interval last) {
    return slices.bad();
  }

  /** No share is over 100 %, or under 0 %. */
  private boolean alwaysHolds() {
    Comparison comparison = question.objective().comparison();
    return allowed >= 1 && (comparison == Comparison.LE || comparison == Comparison.GE);
  }

  private String explain(
      Status status, EffectiveSamples worth, ShareTest test, double estimate, Bounds bounds) {
    String measured = question.subject() + " is " + question.format(estimate);
    if (!worth.known()) {
      return status == Status.PASS ? measured : measured + ", " + question.tooShort();
    }
    measured =
        "%s (%s to %s with %s confidence%s) of %s"
            .formatted(
                measured,
                question.format(bounds.low()),
                question.format(bounds.high()),
                question.level().text(),
                Question.worth(worth, source.noun()),
                Question.count(slices.all(), source.noun()));
    return switch (status) {
      case PASS -> measured + (floor ? ", over " : ", within ") + question.threshold();
      case FAIL -> measured + (floor ? ", under " : ", over ") + question.threshold();
      case INCONCLUSIVE -> measured + open(test);
    };
  }

  private String open(ShareTest test) {
    if (allowed <= 0) {
      return ": none was bad, but no sample proves that none ever is, so %s cannot be proven"
          .formatted(question.objective().thresholdText());
    }
    if (!test.guarded()) {
      return ", but at least %s independent ones are needed to judge it; %s"
          .formatted(
              Units.number(Math.ceil(ShareTest.GUARD / allowed - 1e-9)),
              Outlook.of(question, test));
    }
    Bounds exact = floor ? test.bounds().complement() : test.bounds();
    return ": the exact interval, %s to %s, holds %s; %s"
        .formatted(
            question.format(exact.low()),
            question.format(exact.high()),
            question.threshold(),
            Outlook.of(question, test));
  }
}
