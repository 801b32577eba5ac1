package io.sluice.gate;

import io.sluice.model.run.Interval;
import java.time.Duration;

/** Finds the stretch of a length in which an objective's measure was worst. */
final class WorstStretch {
  private final Question question;
  private final Badness badness;
  private final Sliding sliding;
  private final long length;

  /**
   * The stretch that was found.
   *
   * @param among how many of its length fit side by side
   */
  record Found(Excerpt excerpt, int among) {}

  /**
   * A search.
   *
   * @param question with times of its own
   */
  WorstStretch(Question question, Duration length) {
    this.question = question;
    this.length = length.toNanos();
    badness = Badness.of(question);
    sliding = new Sliding(question);
  }

  void take(Interval interval) {
    question.times().take(interval);
    Badness.Part part = badness.of(interval);
    sliding.add(interval, part.bad(), part.all());
  }

  /** The first of the worst ones; nothing of the run if none was reached. */
  Found conclude() {
    Excerpt worst = new Excerpt(0, 0);
    double most = -1;
    for (Sliding.Window window : sliding.windows(length)) {
      double share = sliding.share(window.first(), window.end());
      if (share > most) {
        most = share;
        worst = window.excerpt();
      }
    }
    return new Found(worst, sliding.disjoint(length));
  }
}
