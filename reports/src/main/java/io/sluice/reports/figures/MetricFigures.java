package io.sluice.reports.figures;

import io.sluice.model.plan.MetricSpec;
import io.sluice.model.run.Interval;
import io.sluice.model.run.MetricCell;
import io.sluice.model.run.SeriesCatalog;
import java.util.ArrayList;
import java.util.List;

/** A metric of the scenario's own, in the measured windows. */
public sealed interface MetricFigures {
  /** Its name. */
  String name();

  /** A distribution of durations. */
  record Trend(String name, Distribution times) implements MetricFigures {}

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

  /** Every metric of the plan, in its order. */
  static List<MetricFigures> of(List<MetricSpec> metrics, SeriesCatalog catalog, Interval sums) {
    List<MetricFigures> figures = new ArrayList<>();
    for (int m = 0; m < metrics.size(); m++) {
      MetricCell sum = new MetricCell();
      for (int w = 0; w < catalog.windowCount(); w++) {
        MetricCell cell = sums.metricIfSeen(w * catalog.metricCount() + m);
        if (cell != null && catalog.window(w).measured()) {
          sum.add(cell);
        }
      }
      String name = metrics.get(m).name();
      figures.add(
          switch (metrics.get(m).kind()) {
            case TREND -> new Trend(name, Distribution.of(sum.trend()));
            case RATE -> new Rate(name, sum.trues(), sum.total());
            case COUNTER -> new Counter(name, sum.sum());
            case GAUGE -> new Gauge(name, sum.total(), sum.last(), sum.smallest(), sum.largest());
          });
    }
    return List.copyOf(figures);
  }
}
