package io.sluice.gate;

import io.sluice.gate.stats.BatchMeans;
import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCell;
import java.util.List;

/**
 * Successful requests per second, by batch means of the whole slices that selected windows cover.
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

  /** The series of a phase and when they count. */
  private record Source(Stretches stretches, List<Integer> series) {}

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
                        question.scope().seriesOfPhase(phase)))
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
    long ok = 0;
    boolean covered = false;
    for (Source source : sources) {
      if (source.stretches.cover(interval.fromNanos(), interval.toNanos())) {
        covered = true;
        for (int s : source.series) {
          SeriesCell cell = interval.seriesIfSeen(s);
          ok += cell == null ? 0 : cell.outcome(Outcome.OK);
          seen |= cell != null;
        }
      }
    }
    if (covered) {
      slices.add(ok / ((interval.toNanos() - interval.fromNanos()) / SECOND), 1);
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
    fillUntil(Math.min(question.run().end().nanos(), question.scope().stretches().endNanos()));
    if (!seen || slices.size() == 0) {
      return question.nothing();
    }
    Objective objective = question.objective();
    double floor = objective.threshold();
    double tail = question.level().tail();
    BatchMeans means = slices.batch(tail);
    Bounds bounds = means.bounds(tail);
    boolean good = means.bounded() && objective.comparison().holds(bounds.low(), floor);
    boolean bad = means.bounded() && !objective.comparison().holds(bounds.high(), floor);
    Status status = good ? Status.PASS : bad ? Status.FAIL : Status.INCONCLUSIVE;
    return new Finding(
        objective,
        means.mean(),
        new Bounds(Math.max(0, bounds.low()), bounds.high()),
        slices.size(),
        Double.NaN,
        status,
        objective.comparison().holds(means.mean(), floor),
        bad
            ? Math.min(tail, means.pBelow(floor))
            : Math.max(tail, means.bounded() ? means.pBelow(floor) : 1),
        punctuality.conclude(),
        bad,
        explain(status, means, bounds));
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
    return switch (status) {
      case PASS -> measured + ", over " + question.threshold();
      case FAIL -> measured + ", under " + question.threshold();
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
