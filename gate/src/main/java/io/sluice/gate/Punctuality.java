package io.sluice.gate;

import io.sluice.model.plan.Measure;
import io.sluice.model.run.Health;
import io.sluice.model.run.Interval;

/**
 * Watches how late the generator was, for the sake of one objective.
 *
 * <p>A request that was taken up late, or whose answer lay unread while its loop was busy, looks
 * slower than the target was. With a threshold T and an allowed share p0 of bad requests, lateness
 * of more than max(1 ms, T / 20) in no more than p0 / 10 of the cases leaves the judgement alone:
 * the p99 that is shown lies between the true p99 and p99.1, give or take T / 20.
 *
 * <p>Beyond that, a failure counts only if the slices in which the generator was on time fail, too.
 * Which slices those are depends on the generator alone, never on the answers: the late ones, and
 * after them the time that a queue of late requests may take to drain.
 */
final class Punctuality {
  private static final double LEAST_LIMIT = 1e6;
  private static final double SHARE_OF_THRESHOLD = 0.05;
  private static final double SHARE_OF_ALLOWED = 0.1;
  private static final double USUALLY_ALLOWED = 0.05;
  private static final double USUAL_LIMIT = 1e8;
  private static final long AFTERMATH = 4;

  private final double limitNanos;
  private final double budget;
  private final TimeLimit limit;
  private final Stretches stretches;
  private long lateRequests;
  private long requests;
  private long lateTicks;
  private long ticks;
  private long lateAnswers;
  private long answers;
  private long dirtyUntil;

  private Punctuality(double limitNanos, double allowed, Stretches stretches) {
    this.limitNanos = limitNanos;
    this.budget = SHARE_OF_ALLOWED * allowed;
    this.limit = new TimeLimit(limitNanos);
    this.stretches = stretches;
  }

  /** For an objective that allows a share of bad events. */
  static Punctuality of(Question question, double allowed) {
    boolean byTime = question.objective().measure().unit() == Measure.Unit.TIME;
    double threshold = question.objective().threshold();
    return new Punctuality(
        byTime && threshold > 0
            ? Math.max(LEAST_LIMIT, SHARE_OF_THRESHOLD * threshold)
            : USUAL_LIMIT,
        allowed,
        question.scope().stretches());
  }

  /** For an objective that is no share of bad events. */
  static Punctuality of(Question question) {
    return of(question, USUALLY_ALLOWED);
  }

  /** Takes an interval in; true if the generator was on time in it. */
  boolean take(Interval interval) {
    Health health = interval.health();
    long late = limit.above(health.lag());
    long all = health.lag().getTotalCount();
    long lateHere = limit.above(health.loopDelay());
    long ticksHere = health.loopDelay().getTotalCount();
    long lateAnswersHere = limit.above(health.receiveUncertainty());
    long answersHere = health.receiveUncertainty().getTotalCount();
    if (stretches.overlap(interval.fromNanos(), interval.toNanos())) {
      lateRequests += late;
      requests += all;
      lateTicks += lateHere;
      ticks += ticksHere;
      lateAnswers += lateAnswersHere;
      answers += answersHere;
    }
    if (largest(share(late, all), share(lateHere, ticksHere), share(lateAnswersHere, answersHere))
        > budget) {
      long longest = Math.max(health.lag().getMaxValue(), health.loopDelay().getMaxValue()) * 1000;
      dirtyUntil = Math.max(dirtyUntil, interval.toNanos() + AFTERMATH * longest);
    }
    return interval.toNanos() > dirtyUntil;
  }

  Lateness conclude() {
    return new Lateness(
        limitNanos,
        largest(
            share(lateRequests, requests), share(lateTicks, ticks), share(lateAnswers, answers)),
        budget);
  }

  private static double largest(double a, double b, double c) {
    return Math.max(a, Math.max(b, c));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
