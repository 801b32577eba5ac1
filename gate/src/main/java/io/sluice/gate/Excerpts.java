package io.sluice.gate;

import io.sluice.model.plan.Span;
import io.sluice.model.run.RunResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a run each objective looks at. Where one looks at its worst stretch, the run is
 * read an extra time to find it.
 */
final class Excerpts {
  private final RunResult run;
  private final List<Question> questions;
  private final Special special;
  private final Map<Question, WorstStretch> worst = new HashMap<>();

  /** Estimators for some objectives that are not told by their measure alone. */
  interface Special {
    /** The estimator, or null if its measure tells it. */
    @Nullable Estimator of(Question question);
  }

  private Excerpts(RunResult run, List<Question> questions, Special special) {
    this.run = run;
    this.questions = questions;
    this.special = special;
  }

  /** Finds the excerpts of some objectives. */
  static Excerpts of(RunResult run, List<Question> questions, Special special) {
    Excerpts excerpts = new Excerpts(run, questions, special);
    excerpts.survey();
    return excerpts;
  }

  private void survey() {
    for (Question question : questions) {
      if (question.objective().selection().span() instanceof Span.Worst(var length)
          && question.objective().measure().hasWorst()) {
        worst.put(question, new WorstStretch(question.apart(Excerpt.WHOLE, 1), length));
      }
    }
    if (!worst.isEmpty()) {
      run.intervals().replay(interval -> worst.values().forEach(w -> w.take(interval)));
    }
  }

  /** An estimator for each objective, in their order. */
  List<Estimator> estimators() {
    List<Estimator> estimators = new ArrayList<>();
    for (Question question : questions) {
      Estimator own = special.of(question);
      if (own != null) {
        estimators.add(own);
        continue;
      }
      estimators.add(
          switch (question.objective().selection().span()) {
            case Span.Whole _ -> Estimator.of(question);
            case Span.Last(var length) -> ExcerptEstimator.last(question, length);
            case Span.Worst(var length) -> {
              WorstStretch stretch = worst.get(question);
              yield stretch == null
                  ? Estimator.of(question)
                  : ExcerptEstimator.worst(question, stretch.conclude(), length);
            }
          });
    }
    return estimators;
  }
}
