package io.sluice.k6.metrics.threshold;

import io.sluice.k6.metrics.Aggregation;
import io.sluice.k6.metrics.Metric;

/**
 * A condition on a metric, and what follows if it does not hold.
 *
 * @param metric the metric or sub-metric
 * @param source the expression as it was written
 * @param expression the expression
 * @param abortOnFail whether the run is to end when it does not hold
 * @param delayAbortNanos how long the run must have gone on for that, in nanoseconds
 */
public record Threshold(
    Metric metric,
    String source,
    ThresholdExpression expression,
    boolean abortOnFail,
    long delayAbortNanos) {
  /** The number that it is about. */
  public Aggregation aggregation() {
    return expression.aggregation();
  }
}
