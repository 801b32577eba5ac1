package io.sluice.k6.metrics.threshold;

import io.sluice.k6.metrics.Metric;
import java.util.List;

/**
 * What a look at all thresholds found.
 *
 * @param metrics the metrics and sub-metrics that the options name, with thresholds or without
 * @param results one for each threshold, in the order of the options
 * @param abort whether the run is to end
 */
public record ThresholdReport(List<Metric> metrics, List<ThresholdResult> results, boolean abort) {
  /** Copies the lists. */
  public ThresholdReport {
    metrics = List.copyOf(metrics);
    results = List.copyOf(results);
  }

  /** The names of the metrics whose thresholds were crossed, sorted. */
  public List<String> crossed() {
    return results.stream()
        .filter(r -> !r.ok())
        .map(r -> r.threshold().metric().name())
        .distinct()
        .sorted()
        .toList();
  }

  /** The results of one metric or sub-metric. */
  @SuppressWarnings("ReferenceEquality") // metrics are compared as objects
  public List<ThresholdResult> of(Metric metric) {
    return results.stream().filter(r -> r.threshold().metric() == metric).toList();
  }

  /**
   * What ends the run, with exit code 99: k6's sentence on the thresholds that were crossed, at the
   * end or before it.
   */
  public String sentence() {
    String names = String.join(", ", crossed());
    return abort
        ? "thresholds on metrics '"
            + names
            + "' were crossed; at least one has abortOnFail enabled, stopping test prematurely"
        : "thresholds on metrics '" + names + "' have been crossed";
  }
}
