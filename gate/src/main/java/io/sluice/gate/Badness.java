package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.plan.Measure;
import io.sluice.model.run.Interval;

/** How bad a slice was by an objective's measure: what its worst stretch is found by. */
@FunctionalInterface
interface Badness {
  /**
   * A part of a ratio that is the larger, the worse.
   *
   * @param bad such as how many requests were above the limit
   * @param all of how many
   */
  record Part(double bad, double all) {}

  /** What an interval holds. */
  Part of(Interval interval);

  /** The badness of a measure that {@link Measure#hasWorst() has} worst stretches. */
  static Badness of(Question question) {
    return switch (question.objective().measure()) {
      case Measure.ResponseQuantile _ -> above(question, new ResponseTimes(question));
      case Measure.TrendQuantile trend -> above(question, new TrendTimes(question, trend.metric()));
      case Measure.ResponseMean _ -> mean(new ResponseTimes(question));
      case Measure.TrendMean trend -> mean(new TrendTimes(question, trend.metric()));
      case Measure.Apdex apdex -> {
        Satisfaction satisfaction = new Satisfaction(question.scope().series(), apdex.target());
        yield interval -> {
          Satisfaction.Score score = satisfaction.of(interval);
          return new Part(score.requests() - score.points(), (double) score.requests());
        };
      }
      default -> {
        ShareSource source = ShareSource.of(question);
        yield interval -> {
          SliceCounts slice = new SliceCounts();
          source.count(interval, slice);
          return new Part((double) slice.bad(), (double) slice.all());
        };
      }
    };
  }

  private static Badness above(Question question, TimeSamples samples) {
    TimeLimit limit = new TimeLimit(question.objective().threshold());
    return interval -> {
      TimeSamples.Counts counts = samples.count(interval, limit);
      return new Part((double) counts.above(), (double) counts.all());
    };
  }

  private static Badness mean(TimeSamples samples) {
    return interval -> {
      TimeSamples.Sums sums = samples.sum(interval);
      return new Part(sums.micros(), (double) sums.count());
    };
  }
}
