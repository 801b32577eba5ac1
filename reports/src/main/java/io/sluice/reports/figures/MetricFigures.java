package io.sluice.reports.figures;

import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.run.Interval;
import io.sluice.model.run.MetricCell;
import io.sluice.model.run.SeriesCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A metric of the scenario's own, in the measured windows. */
public sealed interface MetricFigures {
  /** Its name. */
  String name();

  /** A distribution of durations. */
  record Trend(String name, Distribution times) implements MetricFigures {}

  /** A distribution of numbers that are no durations: its values are not milliseconds. */
  record Numbers(String name, Distribution values) implements MetricFigures {
    /** The ends and the mean are exact, percentiles to three digits. */
    private static Numbers of(String name, MetricCell sum) {
      Distribution of = Distribution.of(sum.trend());
      double max = sum.largest();
      return new Numbers(
          name,
          of.samples() == 0
              ? of
              : new Distribution(
                  of.samples(),
                  sum.smallest(),
                  sum.sum() / sum.total(),
                  Math.min(max, of.p50()),
                  Math.min(max, of.p90()),
                  Math.min(max, of.p95()),
                  Math.min(max, of.p99()),
                  Math.min(max, of.p999()),
                  max));
    }
  }

  /** How many of its values were true. */
  record Rate(String name, long trues, long total) implements MetricFigures {
    /** Trues over total, 0 to 1; {@code NaN} without values. */
    public double share() {
      return total == 0 ? Double.NaN : (double) trues / total;
    }
  }

  /** What was added to it in all. */
  record Counter(String name, double sum) implements MetricFigures {}

  /** What it was set to: the numbers are meaningless where {@code values} is 0. */
  record Gauge(String name, long values, double last, double smallest, double largest)
      implements MetricFigures {}

  /** Every metric of the plan, in its order, for each arm where two are compared. */
  static List<MetricFigures> of(List<MetricSpec> metrics, SeriesCatalog catalog, Interval sums) {
    List<MetricFigures> figures = new ArrayList<>();
    for (int m = 0; m < metrics.size(); m++) {
      MetricSpec metric = metrics.get(m);
      Map<String, MetricCell> byLabel = new LinkedHashMap<>();
      for (int w = 0; w < catalog.windowCount(); w++) {
        String label = Arm.label(metric.name(), catalog.window(w).tags());
        MetricCell sum = byLabel.computeIfAbsent(label, _ -> new MetricCell());
        MetricCell cell = sums.metricIfSeen(w * catalog.metricCount() + m);
        if (cell != null && catalog.window(w).measured()) {
          sum.add(cell);
        }
      }
      byLabel.forEach((label, sum) -> figures.add(of(label, metric.kind(), sum)));
    }
    return List.copyOf(figures);
  }

  private static MetricFigures of(String name, MetricSpec.Kind kind, MetricCell sum) {
    return switch (kind) {
      case TREND -> new Trend(name, Distribution.of(sum.trend()));
      case NUMBERS -> Numbers.of(name, sum);
      case RATE -> new Rate(name, sum.trues(), sum.total());
      case COUNTER -> new Counter(name, sum.sum());
      case GAUGE -> new Gauge(name, sum.total(), sum.last(), sum.smallest(), sum.largest());
    };
  }
}
