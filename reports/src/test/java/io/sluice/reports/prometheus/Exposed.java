package io.sluice.reports.prometheus;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.List;
import java.util.Map;

/** What metrics show, to be looked up. */
record Exposed(List<Sample> samples) {
  static Exposed of(RunMetrics metrics) {
    return new Exposed(
        metrics.families().stream()
            .flatMap((MetricFamilySamples family) -> family.samples.stream())
            .toList());
  }

  /** The value of the only series with that name and those labels. */
  double only(String name, Map<String, String> labels) {
    List<Sample> found =
        samples.stream().filter(s -> s.name.equals(name)).filter(s -> has(s, labels)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " series are " + name + labels);
    }
    return found.getFirst().value;
  }

  double only(String name) {
    return only(name, Map.of());
  }

  long count(String name) {
    return samples.stream().filter(sample -> sample.name.equals(name)).count();
  }

  private static boolean has(Sample sample, Map<String, String> labels) {
    return labels.entrySet().stream()
        .allMatch(
            label -> {
              int at = sample.labelNames.indexOf(label.getKey());
              return at >= 0 && sample.labelValues.get(at).equals(label.getValue());
            });
  }
}
