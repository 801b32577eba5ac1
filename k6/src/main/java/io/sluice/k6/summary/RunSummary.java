package io.sluice.k6.summary;

import io.sluice.k6.metrics.Builtins;
import io.sluice.k6.metrics.CheckTotals;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.metrics.MetricTotals;
import io.sluice.k6.metrics.threshold.ThresholdReport;
import io.sluice.k6.options.SummaryOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run that is over, to be summed up.
 *
 * @param registry its metrics
 * @param totals their samples
 * @param checks its checks
 * @param thresholds what the last look at its thresholds found
 * @param options what is shown
 * @param elapsedNanos how long it went on, in nanoseconds, with setup and teardown
 */
public record RunSummary(
    MetricRegistry registry,
    MetricTotals totals,
    CheckTotals checks,
    ThresholdReport thresholds,
    SummaryOptions options,
    long elapsedNanos) {
  /**
   * The metrics and sub-metrics with samples, those that thresholds name, and the metrics of which
   * these are parts.
   */
  List<Metric> observed() {
    Set<Metric> wanted = new LinkedHashSet<>();
    for (Metric metric : thresholds.metrics()) {
      wanted.add(metric);
      Metric parent = metric.parent();
      if (parent != null) {
        wanted.add(parent);
      }
    }
    List<Metric> observed = new ArrayList<>();
    for (Metric metric : registry.metrics()) {
      List<Metric> all = new ArrayList<>(List.of(metric));
      all.addAll(metric.parts());
      all.removeIf(m -> totals.samples(m) == 0 && !wanted.contains(m));
      observed.addAll(all);
    }
    return observed;
  }

  /** Whether there were checks, or thresholds on them. */
  boolean observesChecks() {
    return observed().contains(registry.builtin(Builtins.CHECKS));
  }

  Figures figures(Metric metric) {
    return Figures.of(metric, totals::value, elapsedNanos, options.trendStats());
  }
}
