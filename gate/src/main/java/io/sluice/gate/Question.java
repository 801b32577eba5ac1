package io.sluice.gate;

import io.sluice.gate.stats.DesignEffect;
import io.sluice.gate.stats.EffectiveSamples;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Units;
import io.sluice.model.run.RunResult;
import java.time.Duration;
import java.util.Locale;

/**
 * One objective asked of one run.
 *
 * @param objective what is asked
 * @param scope where to look
 * @param run whom it is asked of
 * @param level how sure the answer must be
 * @param times where response times are added up
 * @param progress how far the run has come when it is answered
 */
record Question(
    Objective objective,
    Scope scope,
    RunResult run,
    Level level,
    SeriesTimes times,
    Progress progress) {

  private static final double CORRELATED = 2;

  /** Asked of a run that is over. */
  Question(Objective objective, Scope scope, RunResult run, Level level, SeriesTimes times) {
    this(objective, scope, run, level, times, Progress.of(run));
  }

  /** The same of a part of the run, at the level of one among so many, with times of its own. */
  Question apart(Excerpt excerpt, int among) {
    return new Question(
        objective,
        new Scope(run, objective, excerpt),
        run,
        level.amongst(among),
        new SeriesTimes(),
        progress);
  }

  /** Another objective over the same. */
  Question about(Objective other) {
    return new Question(other, scope, run, level, times, progress);
  }

  /** The measure and its selection as they are written: {@code p95{endpoint:auth}}. */
  String subject() {
    String text = objective.expression();
    return text.substring(0, text.lastIndexOf(objective.comparison().symbol())).strip();
  }

  /** {@code the limit of 2s}, {@code the floor of 1,000/min}. */
  String threshold() {
    return (objective.comparison().isUpperBound() ? "the limit of " : "the floor of ")
        + objective.thresholdText();
  }

  /** Why nothing can be decided, as a clause, if there are too few slices to know correlation. */
  String tooShort() {
    return "but it was seen for too short a time: at least %s of %s with requests are needed"
        .formatted(count(DesignEffect.MIN_BATCHES, "slice"), time(run.plan().sliceNanos()));
  }

  /** {@code 812 of 12,000 requests count as independent}, or nothing where nearly all do. */
  static String worth(EffectiveSamples worth, String noun) {
    return worth.effect().factor() < CORRELATED
        ? ""
        : String.format(
            Locale.ROOT,
            ", worth %,.0f independent %ss of %,d",
            worth.size(),
            noun,
            worth.samples());
  }

  /**
   * {@code its slow stretches last about 19s, of which it holds too few to rely on the interval},
   * as a clause.
   */
  String slowStretches(EffectiveSamples.Length length) {
    long nanos = (long) (length.memory() * run.plan().sliceNanos());
    long rounded = Math.max(1, Math.round(nanos / 1e8)) * 100_000_000L;
    return "slow stretches last about %s, and the run holds too few of them to rely on the interval"
        .formatted(time(rounded));
  }

  String format(double value) {
    return objective.format(value);
  }

  /** {@code 1 request}, {@code 5,460 requests}. */
  static String count(long count, String singular) {
    return String.format(Locale.ROOT, "%,d %s%s", count, singular, count == 1 ? "" : "s");
  }

  /** When the run ended, or was seen last, in nanoseconds from its start. */
  long endNanos() {
    return progress.end().nanos();
  }

  /** How much of the run the objective looks at, in nanoseconds. */
  long reachedNanos() {
    return scope.stretches().reachedNanos(endNanos());
  }

  /** Why there is nothing to judge. */
  Finding nothing() {
    String problem = run.catalog().problemWith(objective);
    return Finding.nothing(
        objective,
        problem.isEmpty()
            ? "nothing that '%s' looks at was seen: no data is not a pass".formatted(subject())
            : problem);
  }

  /**
   * What would settle the answer, as a clause: {@code about 7 more minutes at this rate would
   * settle it}.
   *
   * @param factor how many times the samples of the run it takes
   */
  String settledBy(double factor) {
    double more = (factor - 1) * reachedNanos();
    if (!(more < Duration.ofDays(1).toNanos())) {
      return "undecidable at reasonable length: the margin is the finding";
    }
    return "about %s at this rate would settle it".formatted(more((long) Math.max(1e9, more)));
  }

  private static String more(long nanos) {
    long seconds = Math.ceilDiv(nanos, 1_000_000_000L);
    return seconds < 90
        ? count(seconds, "more second")
        : seconds < 5400
            ? count(Math.ceilDiv(seconds, 60), "more minute")
            : count(Math.ceilDiv(seconds, 3600), "more hour");
  }

  /** {@code 25s}. */
  static String time(long nanos) {
    return Units.format(Duration.ofNanos(nanos));
  }
}
