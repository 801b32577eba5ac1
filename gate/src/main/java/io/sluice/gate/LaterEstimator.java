package io.sluice.gate;

import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Span;
import io.sluice.model.run.Interval;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An objective of which nothing can be said before the run has ended. Where it can only then be
 * told what to look at, it has to see the run a second time.
 */
final class LaterEstimator implements Estimator {
  private final Question question;
  private final @Nullable WorstStretch survey;
  private final Supplier<Estimator> atTheEnd;
  private @Nullable Estimator estimator;

  /** Estimators for some objectives that are not told by their measure alone. */
  @FunctionalInterface
  interface Special {
    /** The estimator, or null if its measure tells it. */
    @Nullable Estimator of(Question question);
  }

  private LaterEstimator(
      Question question, @Nullable WorstStretch survey, Supplier<Estimator> atTheEnd) {
    this.question = question;
    this.survey = survey;
    this.atTheEnd = atTheEnd;
  }

  /** The estimator of a question that may be asked while a run goes on. */
  static Estimator of(Question question, Special special) {
    Estimator own = special.of(question);
    if (own != null) {
      return seeing(question, own);
    }
    Measure measure = question.objective().measure();
    return switch (question.objective().selection().span()) {
      case Span.Whole _ when measure instanceof Measure.ErrorBudget -> // a share of its length
          new LaterEstimator(question, null, () -> Estimator.of(question));
      case Span.Whole _ when measure instanceof Measure.TargetMetric -> // asked for at the end
          seeing(question, Estimator.of(question));
      case Span.Whole _ -> Estimator.of(question);
      case Span.Last(var length) ->
          new LaterEstimator(question, null, () -> ExcerptEstimator.last(question, length));
      case Span.Worst(var length) when measure.hasWorst() -> {
        WorstStretch stretch = new WorstStretch(question.apart(Excerpt.WHOLE, 1), length);
        yield new LaterEstimator(
            question, stretch, () -> ExcerptEstimator.worst(question, stretch.conclude(), length));
      }
      case Span.Worst _ -> seeing(question, Estimator.of(question));
    };
  }

  /** One that sees the run while it goes on. */
  private static LaterEstimator seeing(Question question, Estimator estimator) {
    LaterEstimator later = new LaterEstimator(question, null, () -> estimator);
    later.estimator = estimator;
    return later;
  }

  /** The run is over; true if it has to see all of it once more. */
  boolean begin() {
    boolean unseen = estimator == null;
    if (unseen) {
      estimator = atTheEnd.get();
    }
    return unseen;
  }

  @Override
  public void take(Interval interval) {
    if (estimator != null) {
      estimator.take(interval);
    } else if (survey != null) {
      survey.take(interval);
    }
  }

  @Override
  public Finding conclude() {
    return estimator == null || !question.progress().over()
        ? Finding.nothing(question.objective(), "it is judged when the run has ended")
        : estimator.conclude();
  }
}
