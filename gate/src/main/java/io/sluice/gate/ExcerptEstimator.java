package io.sluice.gate;

import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;
import java.time.Duration;
import java.util.List;

/** An objective that looks at a part of the run: its estimator sees that part only. */
final class ExcerptEstimator implements Estimator {
  private final Question question;
  private final Excerpt excerpt;
  private final Estimator inner;
  private final int among;
  private final String where;

  /**
   * An estimator.
   *
   * @param question with times of its own, asked at the level of one {@code among} so many
   * @param where what its reason begins with
   */
  private ExcerptEstimator(Question question, Excerpt excerpt, int among, String where) {
    this.question = question.apart(excerpt, among);
    this.excerpt = excerpt;
    this.among = among;
    this.where = where;
    inner = Estimator.of(this.question);
  }

  /** Of the last so and so long that was reached, and what came to its end after it. */
  static ExcerptEstimator last(Question question, Duration length) {
    List<Stretches.Stretch> reached = question.scope().stretches().joined(question.endNanos());
    long left = length.toNanos();
    long from = 0;
    for (Stretches.Stretch stretch : reached.reversed()) {
      if (left > 0) {
        from = Math.max(stretch.fromNanos(), stretch.toNanos() - left);
        left -= stretch.toNanos() - from;
      }
    }
    return new ExcerptEstimator(question, new Excerpt(from, Long.MAX_VALUE), 1, "");
  }

  /** Of the worst stretch. */
  static ExcerptEstimator worst(Question question, WorstStretch.Found found, Duration length) {
    String where =
        "in the worst %s of the run, from %s on (picked among %s, each judged the more strictly)"
            .formatted(
                Units.format(length),
                Question.time(found.excerpt().fromNanos()),
                Question.count(found.among(), "stretch").replaceFirst("stretchs$", "stretches"));
    return new ExcerptEstimator(question, found.excerpt(), found.among(), where + " ");
  }

  @Override
  public void take(Interval interval) {
    if (excerpt.holds(interval)) {
      question.times().take(interval);
      inner.take(interval);
    }
  }

  @Override
  public Finding conclude() {
    Finding finding = inner.conclude();
    return finding.samples() == 0 ? finding : finding.worstOf(among, where + finding.reason());
  }
}
