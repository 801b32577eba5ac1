package io.sluice.k6.summary;

import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.MetricType;
import io.sluice.k6.metrics.threshold.ThresholdResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The part of a text summary that says which thresholds held. */
final class ThresholdLines {
  private final Palette palette;
  private final Humanizer humanizer;

  ThresholdLines(Palette palette, Humanizer humanizer) {
    this.palette = palette;
    this.humanizer = humanizer;
  }

  /**
   * Adds a paragraph for each metric; a sub-metric is indented under its metric, if that is there.
   */
  void add(SummaryLines lines, List<ThresholdResult> results) {
    Map<String, Metric> metrics = new TreeMap<>(NameOrder.NAMES);
    results.forEach(r -> metrics.put(r.threshold().metric().name(), r.threshold().metric()));
    for (Metric metric : metrics.values()) {
      Metric parent = metric.parent();
      boolean under = parent != null && metrics.containsKey(parent.name());
      int level = under ? 3 : 2;
      lines.line(level, under ? "{" + metric.suffix() + "}" : metric.name());
      results.stream()
          .filter(r -> r.threshold().metric().name().equals(metric.name()))
          .forEach(r -> lines.line(level, line(r)));
      lines.gap();
    }
  }

  private String line(ThresholdResult result) {
    String source = result.threshold().source().strip();
    String aggregation = source.split("[=><!]", 2)[0].strip();
    return (result.ok() ? palette.green("✓") : palette.red("✗"))
        + " "
        + palette.white("'" + source + "'")
        + " "
        + palette.white(aggregation)
        + "="
        + palette.cyan(value(result));
  }

  private String value(ThresholdResult result) {
    Metric metric = result.threshold().metric();
    double value = Objects.requireNonNullElse(result.value(), 0.0);
    String text = humanizer.value(value, metric.type(), metric.contains());
    boolean perSecond =
        metric.type() == MetricType.COUNTER
            && result.threshold().source().strip().startsWith("rate");
    return perSecond ? text + "/s" : text;
  }
}
