package io.sluice.gate;

import io.sluice.model.plan.Measure;
import io.sluice.model.run.Interval;

/** Looks at every interval of a run for the sake of one objective. */
sealed interface Estimator
    permits QuantileEstimator, ShareEstimator, MeanEstimator, ThroughputEstimator {
  /** Takes in what an interval saw. */
  void take(Interval interval);

  /** What all intervals together say. */
  Finding conclude();

  /** The estimator for the measure of an objective. */
  static Estimator of(Question question) {
    return switch (question.objective().measure()) {
      case Measure.ResponseQuantile quantile ->
          new QuantileEstimator(question, quantile.q(), new ResponseTimes(question));
      case Measure.TrendQuantile quantile ->
          new QuantileEstimator(
              question, quantile.q(), new TrendTimes(question, quantile.metric()));
      case Measure.ResponseMean _ -> new MeanEstimator(question, new ResponseTimes(question));
      case Measure.TrendMean mean ->
          new MeanEstimator(question, new TrendTimes(question, mean.metric()));
      case Measure.ErrorRate _, Measure.Availability _ ->
          new ShareEstimator(question, new ShareSource.Failures(question.scope().series()));
      case Measure.CheckRate _ ->
          new ShareEstimator(question, new ShareSource.Checks(question.scope().checks()));
      case Measure.RateShare rate ->
          new ShareEstimator(
              question, ShareSource.Rates.of(question, question.scope().metrics(rate.metric())));
      case Measure.Throughput _ -> new ThroughputEstimator(question);
      case Measure.ResponseMax _,
          Measure.TrendMax _,
          Measure.Apdex _,
          Measure.OutcomeShare _,
          Measure.StatusShare _,
          Measure.NamedCheckRate _,
          Measure.ByteRate _,
          Measure.TimeAvailability _,
          Measure.BurnRate _,
          Measure.ErrorBudget _,
          Measure.OfferedLoad _,
          Measure.CounterTotal _,
          Measure.CounterRate _,
          Measure.GaugeValue _ ->
          throw new IllegalArgumentException(question.objective() + " cannot be judged yet");
    };
  }
}
