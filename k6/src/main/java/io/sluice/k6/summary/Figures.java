package io.sluice.k6.summary;

import io.sluice.k6.metrics.Aggregation;
import io.sluice.k6.metrics.Contains;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.MetricType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The numbers of one metric that a summary shows.
 *
 * @param name the metric's name
 * @param type its type
 * @param contains what its values are
 * @param values by k6's word: counter {@code count, rate}; gauge {@code value, min, max}; rate
 *     {@code rate, passes, fails}; trend as the options' {@code summaryTrendStats}
 */
record Figures(String name, MetricType type, Contains contains, Map<String, Double> values) {
  /** Where numbers come from: the run's totals, or a section's. */
  interface Source {
    OptionalDouble value(Metric metric, Aggregation what, long elapsedNanos);
  }

  static Figures of(Metric metric, Source source, long elapsedNanos, List<String> trendStats) {
    Map<String, Double> values = new LinkedHashMap<>();
    words(metric.type(), trendStats)
        .forEach(
            (word, what) -> values.put(word, source.value(metric, what, elapsedNanos).orElse(0)));
    return new Figures(metric.name(), metric.type(), metric.contains(), values);
  }

  /** A number by its word; 0 if it is not there. */
  double value(String word) {
    return values.getOrDefault(word, 0.0);
  }

  private static Map<String, Aggregation> words(MetricType type, List<String> trendStats) {
    Map<String, Aggregation> words = new LinkedHashMap<>();
    switch (type) {
      case COUNTER -> {
        words.put("count", Aggregation.COUNT);
        words.put("rate", Aggregation.RATE);
      }
      case GAUGE -> {
        words.put("value", Aggregation.VALUE);
        words.put("min", Aggregation.MIN);
        words.put("max", Aggregation.MAX);
      }
      case RATE -> {
        words.put("rate", Aggregation.RATE);
        words.put("passes", Aggregation.PASSES);
        words.put("fails", Aggregation.FAILS);
      }
      case TREND -> trendStats.forEach(stat -> words.put(stat, trendStat(stat)));
    }
    return words;
  }

  private static Aggregation trendStat(String stat) {
    return switch (stat) {
      case "avg" -> Aggregation.AVG;
      case "min" -> Aggregation.MIN;
      case "med" -> Aggregation.MED;
      case "max" -> Aggregation.MAX;
      case "count" -> Aggregation.COUNT;
      default -> Aggregation.percentile(Double.parseDouble(stat.substring(2, stat.length() - 1)));
    };
  }
}
