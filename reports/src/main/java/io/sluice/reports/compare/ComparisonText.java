package io.sluice.reports.compare;

import io.sluice.gate.compare.Change;
import io.sluice.gate.compare.MetricComparison;
import io.sluice.gate.stats.Bounds;
import io.sluice.reports.text.Values;
import java.util.Locale;

/** Words and figures of comparisons, the same wherever they are shown. */
public final class ComparisonText {
  private ComparisonText() {}

  /** {@code NO REGRESSION}. */
  public static String word(Change change) {
    return change.name().replace('_', ' ');
  }

  /** {@code no regression}. */
  public static String lowerWord(Change change) {
    return word(change).toLowerCase(Locale.ROOT);
  }

  /** A or B in the metric's unit. */
  public static String value(MetricComparison metric, double value) {
    return Double.isNaN(value) ? Values.NONE : metric.metric().format(value);
  }

  /** {@code +1.2% to +3.4%}. */
  public static String interval(MetricComparison metric, Bounds bounds) {
    return Double.isNaN(bounds.low()) && Double.isNaN(bounds.high())
        ? Values.NONE
        : metric.format(bounds.low()) + " to " + metric.format(bounds.high());
  }
}
