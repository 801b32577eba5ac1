package io.sluice.gate;

import io.sluice.gate.stats.BatchMeans;
import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;
import java.util.List;

/**
 * What flows in a second, such as successful requests or bytes, by batch means of the whole slices
 * that selected windows cover.
 *
 * <p>A slice counts what came to its end in it, also where the request was intended in the window
 * before: what a target still answers of the warm-up at the start of a window makes up for what it
 * still owes at its end. A slice without an interval counts as 0, one that the end of the run cut
 * does not count.
 */
final class ThroughputEstimator implements Estimator {
  private static final double SECOND = 1e9;
  private static final double WHOLE = 0.95;

  private final Question question;
  private final List<Source> sources;
  private final long slice;
  private final Means slices = new Means();
  private final Punctuality punctuality;
  private long at;
  private boolean cut;
  private boolean seen;

  /** What flows in a phase and when it counts. */
  private record Source(Stretches stretches, Flow flow) {}

  ThroughputEstimator(Question question) {
    this.question = question;
    slice = question.run().plan().sliceNanos();
    punctuality = Punctuality.of(question);
    List<Stretches.Stretch> all = question.scope().stretches().list();
    sources =
        all.stream()
            .map(Stretches.Stretch::phase)
            .distinct()
            .map(
                phase ->
                    new Source(
                        new Stretches(all.stream().filter(s -> s.phase().equals(phase)).toList()),
                        Flow.of(question, phase)))
            .toList();
  }

  @Override
  public void take(Interval interval) {
    boolean _ = punctuality.take(interval);
    fillUntil(interval.fromNanos());
    if (interval.toNanos() - interval.fromNanos() < WHOLE * slice) {
      cut = true;
      return;
    }
    at = interval.toNanos();
    double amount = 0;
    boolean covered = false;
    for (Source source : sources) {
      if (source.stretches.cover(interval.fromNanos(), interval.toNanos())) {
        covered = true;
        double more = source.flow.in(interval);
        amount += Double.isNaN(more) ? 0 : more;
        seen |= !Double.isNaN(more);
      }
    }
    if (covered) {
      slices.add(amount / ((interval.toNanos() - interval.fromNanos()) / SECOND), 1);
    }
  }

  /** Nothing came to its end in the slices from the last interval to here. */
  private void fillUntil(long nanos) {
    for (; at + slice <= nanos && !cut; at += slice) {
      if (question.scope().stretches().cover(at, at + slice)) {
        slices.add(0, 1);
      }
    }
  }

  @Override
  public Finding conclude() {
    fillUntil(Math.min(question.endNanos(), question.scope().stretches().endNanos()));
    if (!seen || slices.size() == 0) {
      return question.nothing();
    }
    Objective objective = question.objective();
    double threshold = objective.threshold();
    boolean floor = objective.comparison().isLowerBound();
    double tail = question.level().tail();
    BatchMeans means = slices.batch(tail);
    Bounds bounds = means.bounds(tail);
    boolean good = means.bounded() && holds(floor ? bounds.low() : bounds.high());
    boolean bad = means.bounded() && !holds(floor ? bounds.high() : bounds.low());
    double p = !means.bounded() ? 1 : floor ? means.pBelow(threshold) : means.pAbove(threshold);
    Status status = good ? Status.PASS : bad ? Status.FAIL : Status.INCONCLUSIVE;
    return new Finding(
        objective,
        means.mean(),
        new Bounds(Math.max(0, bounds.low()), bounds.high()),
        slices.size(),
        Double.NaN,
        true,
        status,
        holds(means.mean()),
        bad ? Math.min(tail, p) : Math.max(tail, p),
        punctuality.conclude(),
        bad,
        explain(status, means, bounds));
  }

  private boolean holds(double rate) {
    return question.objective().comparison().holds(rate, question.objective().threshold());
  }

  private String explain(Status status, BatchMeans means, Bounds bounds) {
    String rate = question.subject() + " is " + question.format(means.mean());
    if (!means.bounded()) {
      return rate + ", " + question.tooShort();
    }
    String measured =
        "%s (%s to %s with %s confidence) over %s"
            .formatted(
                rate,
                question.format(Math.max(0, bounds.low())),
                question.format(bounds.high()),
                question.level().text(),
                Question.time(slices.size() * slice));
    boolean floor = question.objective().comparison().isLowerBound();
    return switch (status) {
      case PASS -> measured + (floor ? ", over " : ", within ") + question.threshold();
      case FAIL -> measured + (floor ? ", under " : ", over ") + question.threshold();
      case INCONCLUSIVE ->
          "%s: the interval holds %s; %s"
              .formatted(
                  measured,
                  question.threshold(),
                  question.settledBy(
                      BatchOutlook.factor(
                          means, question.objective().threshold(), question.level().tail())));
    };
  }
}
