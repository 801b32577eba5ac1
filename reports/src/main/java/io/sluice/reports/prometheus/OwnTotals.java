package io.sluice.reports.prometheus;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;
import io.sluice.model.run.MetricCell;
import io.sluice.model.run.SeriesCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The scenario's own metrics since the start of the run. Not thread-safe.
 *
 * <p>A counter of Prometheus never goes back. Where a scenario adds less than nothing, its counter
 * stands still here until the sum is larger than ever before.
 */
final class OwnTotals {
  private final Map<Labels, Total> totals = new LinkedHashMap<>();
  private final Total[] byCell;

  /** The values of one metric. */
  private static final class Total {
    private final MetricSpec.Kind kind;
    private final TimeBuckets times;
    private long trues;
    private long values;
    private double sum;
    private double largestSum;
    private double last = Double.NaN;

    Total(MetricSpec metric, List<Objective> objectives) {
      kind = metric.kind();
      times = new TimeBuckets(Bounds.ofTrend(metric.name(), objectives));
    }

    void add(MetricCell cell) {
      times.add(cell.trend());
      trues += cell.trues();
      values += cell.total();
      sum += cell.sum();
      largestSum = sum > largestSum ? sum : largestSum;
      last = cell.last();
    }
  }

  OwnTotals(LoadPlan plan, SeriesCatalog catalog, List<Objective> objectives) {
    int count = catalog.metricCount();
    byCell = new Total[catalog.windowCount() * count];
    for (int c = 0; c < byCell.length; c++) {
      MetricSpec metric = plan.metrics().get(c % count);
      SeriesCatalog.WindowKey window = catalog.window(c / count);
      Labels name =
          Labels.of("scenario", window.scenario())
              .and("metric", metric.name())
              .and(Arm.TAG, window.tags().getOrDefault(Arm.TAG, ""));
      byCell[c] = totals.computeIfAbsent(name, _ -> new Total(metric, objectives));
    }
  }

  /** Adds what an interval saw. */
  void add(Interval interval) {
    for (int c = 0; c < byCell.length; c++) {
      MetricCell cell = interval.metricIfSeen(c);
      if (cell != null) {
        byCell[c].add(cell);
      }
    }
  }

  /** The metrics, those of which the plan has any. */
  Stream<MetricFamilySamples> families() {
    Family trends =
        Family.histogram("sluice_metric_trend_seconds", "Trends of the scenario's own.");
    Family numbers =
        Family.summary("sluice_metric_numbers", "Distributions of numbers of the scenario's own.");
    Family rates = Family.counter("sluice_metric_rate", "Values of rates of the scenario's own.");
    Family counters = Family.counter("sluice_metric_added", "Counters of the scenario's own.");
    Family gauges =
        Family.gauge("sluice_metric_value", "Last values of gauges of the scenario's own.");
    totals.forEach(
        (labels, total) -> {
          switch (total.kind) {
            case TREND -> trends.add(labels, total.times);
            case NUMBERS -> numbers.add(labels, total.values, total.sum);
            case RATE ->
                rates
                    .add(labels.and("value", "true"), total.trues)
                    .add(labels.and("value", "false"), total.values - total.trues);
            case COUNTER -> counters.add(labels, total.largestSum);
            case GAUGE -> gauges.add(labels, total.last);
          }
        });
    return Stream.of(trends, numbers, rates, counters, gauges)
        .map(Family::samples)
        .filter(family -> !family.samples.isEmpty());
  }
}
