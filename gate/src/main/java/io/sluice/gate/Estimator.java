package io.sluice.gate;

import io.sluice.model.plan.Measure;
import io.sluice.model.run.Interval;

/** Looks at every interval of a run for the sake of one objective. */
sealed interface Estimator
    permits ApdexEstimator,
        BaselineEstimator,
        BurnWindowEstimator,
        ExcerptEstimator,
        LaterEstimator,
        MaxEstimator,
        MeanEstimator,
        ObservedEstimator,
        QuantileEstimator,
        ScaledEstimator,
        ShareEstimator,
        TargetEstimator,
        ThroughputEstimator {
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
      case Measure.ResponseMax _ -> new MaxEstimator(question, new ResponseTimes(question));
      case Measure.TrendMax max ->
          new MaxEstimator(question, new TrendTimes(question, max.metric()));
      case Measure.Apdex apdex -> new ApdexEstimator(question, apdex.target());
      case Measure.ErrorRate _,
          Measure.Availability _,
          Measure.CheckRate _,
          Measure.NamedCheckRate _,
          Measure.RateShare _,
          Measure.OutcomeShare _,
          Measure.StatusShare _,
          Measure.TimeAvailability _ ->
          new ShareEstimator(question, ShareSource.of(question));
      case Measure.BurnRate burn when burn.window().isZero() -> ScaledEstimator.of(question, burn);
      case Measure.BurnRate burn -> new BurnWindowEstimator(question, burn);
      case Measure.ErrorBudget budget -> ScaledEstimator.of(question, budget);
      case Measure.OfferedLoad _ -> new ObservedEstimator(question, new ObservedValue.Offered());
      case Measure.CounterTotal counter ->
          new ObservedEstimator(question, ObservedValue.Total.of(question, counter.metric()));
      case Measure.GaugeValue gauge ->
          new ObservedEstimator(question, ObservedValue.Last.of(question, gauge.metric()));
      case Measure.TargetMetric metric -> new TargetEstimator(question, metric);
      case Measure.Throughput _, Measure.ByteRate _, Measure.CounterRate _ ->
          new ThroughputEstimator(question);
    };
  }
}
