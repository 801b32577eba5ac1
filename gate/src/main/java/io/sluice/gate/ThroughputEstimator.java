package io.sluice.gate;

import io.sluice.gate.stats.BatchMeans;
import io.sluice.gate.stats.Bounds;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCell;
import java.util.List;
import java.util.TreeMap;

/**
 * Successful requests per second, by batch means of the whole seconds that selected windows cover.
 *
 * <p>A second counts what came to its end in it, also where the request was intended in the window
 * before: what a target still answers of the warm-up at the start of a window makes up for what it
 * still owes at its end. A second without an interval counts as 0, one that the end of the run cut
 * does not count.
 */
final class ThroughputEstimator implements Estimator {
  private static final double SECOND = 1e9;
  private static final double WHOLE = 0.95;

  private final Question question;
  private final List<Source> sources;
  private final TreeMap<Integer, Double> perSecond = new TreeMap<>();
  private int cut = Integer.MAX_VALUE;
  private boolean seen;

  /** The series of a phase and when they count. */
  private record Source(Stretches stretches, List<Integer> series) {}

  ThroughputEstimator(Question question) {
    this.question = question;
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
    int second = interval.number();
    double seconds = (interval.toNanos() - interval.fromNanos()) / SECOND;
    if (seconds < WHOLE) {
      cut = Math.min(cut, second);
      return;
    }
    long ok = 0;
    boolean covered = false;
    for (Source source : sources) {
      if (source.stretches.cover(second)) {
        covered = true;
        for (int s : source.series) {
          SeriesCell cell = interval.seriesIfSeen(s);
          ok += cell == null ? 0 : cell.outcome(Outcome.OK);
          seen |= cell != null;
        }
      }
    }
    if (covered) {
      perSecond.put(second, ok / seconds);
    }
  }

  private Means slices() {
    Means slices = new Means();
    long reached = (long) (question.run().end().nanos() / SECOND);
    long end = Math.min(reached, (long) (question.scope().stretches().endNanos() / SECOND));
    for (int second = 0; second < end; second++) {
      if (perSecond.containsKey(second)) {
        slices.add(perSecond.get(second), 1);
      } else if (second < cut && question.scope().stretches().cover(second)) {
        slices.add(0, 1);
      }
    }
    return slices;
  }

  @Override
  public Finding conclude() {
    Means slices = slices();
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
        status,
        objective.comparison().holds(means.mean(), floor),
        bad
            ? Math.min(tail, means.pBelow(floor))
            : Math.max(tail, means.bounded() ? means.pBelow(floor) : 1),
        false,
        explain(status, means, bounds, slices.size()));
  }

  private String explain(Status status, BatchMeans means, Bounds bounds, int seconds) {
    String rate = question.subject() + " is " + question.format(means.mean());
    if (!means.bounded()) {
      return "%s, but %s of measured windows are too few: at least %d are needed"
          .formatted(rate, Question.count(seconds, "whole second"), BatchMeans.MIN_BATCHES);
    }
    String measured =
        "%s (%s to %s with %s confidence) over %s"
            .formatted(
                rate,
                question.format(Math.max(0, bounds.low())),
                question.format(bounds.high()),
                question.level().text(),
                Question.count(seconds, "second"));
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
