package io.sluice.gate;

import io.sluice.gate.stats.Bounds;
import io.sluice.gate.stats.Decimals;
import io.sluice.gate.stats.EffectiveSamples;
import io.sluice.gate.stats.ShareTest;
import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;
import java.time.Duration;
import java.util.List;

/**
 * The burn rate of the worst stretch, as an alert on it would see it (Site Reliability Workbook,
 * chapter 5): a stretch burns as fast as the slower one of itself and its last twelfth, so that an
 * alert ends soon after its cause.
 *
 * <p>It fails where a stretch and its last twelfth burn at the limit, and the lower end of the
 * stretch's interval is there, too, at a level divided by how many stretches fit side by side: the
 * worst of many is picked. It passes where every stretch is proven to burn less.
 */
final class BurnWindowEstimator implements Estimator {
  private static final int SHORT = 12;

  private final Question question;
  private final ShareSource failures;
  private final Sliding sliding;
  private final Punctuality punctuality;
  private final double budget;
  private final long length;
  private long requests;

  /** A stretch, how fast it burns, and what its slices prove. */
  private record Burn(Sliding.Window window, double rate, ShareTest test) {}

  BurnWindowEstimator(Question question, Measure.BurnRate burn) {
    this.question = question;
    failures = ShareSource.of(question);
    sliding = new Sliding(question);
    budget = Decimals.complement(burn.target());
    length = burn.window().toNanos();
    punctuality = Punctuality.of(question, Math.min(1, question.objective().threshold() * budget));
  }

  @Override
  public void take(Interval interval) {
    SliceCounts slice = new SliceCounts();
    failures.count(interval, slice);
    boolean _ = punctuality.take(interval);
    sliding.add(interval, (double) slice.bad(), (double) slice.all());
    requests += slice.all();
  }

  @Override
  public Finding conclude() {
    int among = sliding.disjoint(length);
    double tail = question.level().amongst(among).tail();
    List<Burn> burns =
        sliding.windows(length).stream()
            .map(window -> burn(window, tail))
            .filter(burn -> burn.test().samples() > 0)
            .toList();
    if (burns.isEmpty()) {
      return requests == 0
          ? question.nothing()
          : Finding.nothing(
              question.objective(),
              "no stretch of %s was reached with enough requests"
                  .formatted(Units.format(Duration.ofNanos(length))));
    }
    Objective objective = question.objective();
    Burn worst = burns.getFirst();
    Burn surest = burns.getFirst();
    for (Burn burn : burns) {
      worst = burn.rate() > worst.rate() ? burn : worst;
      surest = pBad(burn) < pBad(surest) ? burn : surest;
    }
    boolean bad = pBad(surest) <= tail;
    boolean good = burns.stream().allMatch(burn -> burn.test().provenGood());
    Burn told = bad ? surest : worst;
    Bounds share = told.test().bounds();
    Bounds bounds = new Bounds(share.low() / budget, share.high() / budget);
    Status status = bad ? Status.FAIL : good ? Status.PASS : Status.INCONCLUSIVE;
    return Finding.of(
        objective,
        told.rate(),
        bounds,
        requests,
        status,
        Math.min(1, among * pBad(surest)),
        punctuality.conclude(),
        false,
        explain(status, told, bounds));
  }

  /** How little a stretch looks like one below the limit; 1 where its last twelfth is below it. */
  private double pBad(Burn burn) {
    Objective objective = question.objective();
    return objective.comparison().holds(burn.rate(), objective.threshold())
        ? 1
        : burn.test().pBad();
  }

  private Burn burn(Sliding.Window window, double tail) {
    SliceCounts slices = new SliceCounts();
    for (int s = window.first(); s < window.end(); s++) {
      slices.add((long) sliding.slice(s).part(), (long) sliding.slice(s).whole());
    }
    int twelfth = Math.max(1, (window.end() - window.first()) / SHORT);
    double all = sliding.share(window.first(), window.end()) / budget;
    double last = sliding.share(Math.max(window.first(), window.end() - twelfth), window.end());
    double allowed = Math.min(1, question.objective().threshold() * budget);
    ShareTest test = EffectiveSamples.of(slices, tail).test(slices, allowed, tail);
    return new Burn(window, Double.isNaN(last) ? 0 : Math.min(all, last / budget), test);
  }

  private String explain(Status status, Burn burn, Bounds bounds) {
    String measured =
        "%s is %s in the worst %s, from %s on (%s to %s)"
            .formatted(
                question.subject(),
                question.format(burn.rate()),
                Units.format(Duration.ofNanos(length)),
                Question.time(burn.window().excerpt().fromNanos()),
                question.format(bounds.low()),
                question.format(bounds.high()));
    return switch (status) {
      case PASS -> measured + ", within " + question.threshold() + " as every other";
      case FAIL -> measured + ", over " + question.threshold() + ": an alert would ring";
      case INCONCLUSIVE ->
          "%s: not every stretch is proven to be within %s, nor one to be over it"
              .formatted(measured, question.threshold());
    };
  }
}
