package io.sluice.k6.metrics.threshold;

import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.Builtins;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.options.ThresholdOption;
import io.sluice.model.plan.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A run's thresholds, each known to be legal for its metric.
 *
 * <p>Compiled after the script's init stage, when its metrics are known, and before its first
 * sample: this is what makes the sub-metrics.
 */
public final class Thresholds {
  /** A run without thresholds. */
  public static final Thresholds NONE = new Thresholds(List.of(), List.of());

  private final List<Metric> metrics;
  private final List<Threshold> list;

  private Thresholds(List<Metric> metrics, List<Threshold> list) {
    this.metrics = List.copyOf(metrics);
    this.list = List.copyOf(list);
  }

  /**
   * The thresholds of the options; makes the sub-metrics that they name.
   *
   * @throws K6Exception (104) on an expression, a metric or a combination that there is not
   */
  public static Thresholds of(Map<String, List<ThresholdOption>> options, MetricRegistry registry)
      throws K6Exception {
    List<Metric> metrics = new ArrayList<>();
    List<Threshold> list = new ArrayList<>();
    for (Map.Entry<String, List<ThresholdOption>> entry : options.entrySet()) {
      Metric metric = metric(entry.getKey(), registry);
      metrics.add(metric);
      for (ThresholdOption option : entry.getValue()) {
        list.add(threshold(metric, entry.getKey(), option));
      }
    }
    return new Thresholds(metrics, list);
  }

  /** Makes the sub-metric of expected answers, which every run with that tag has. */
  public static Metric expectedResponses(MetricRegistry registry) {
    return registry.part(registry.builtin(Builtins.HTTP_REQ_DURATION), "expected_response:true");
  }

  private static Threshold threshold(Metric metric, String key, ThresholdOption option)
      throws K6Exception {
    ThresholdExpression expression;
    try {
      expression = ThresholdExpression.parse(option.source());
    } catch (IllegalArgumentException e) {
      throw invalid("thresholds." + key + ": " + e.getMessage());
    }
    String problem = expression.problem(key, metric.type(), option.source());
    if (problem != null) {
      throw invalid(problem);
    }
    return new Threshold(
        metric, option.source(), expression, option.abortOnFail(), option.delayAbortNanos());
  }

  private static Metric metric(String key, MetricRegistry registry) throws K6Exception {
    int brace = key.indexOf('{');
    String name = brace < 0 ? key : key.substring(0, brace);
    Metric metric = registry.find(name);
    if (metric == null) {
      List<String> names = registry.metrics().stream().map(Metric::name).toList();
      throw invalid(
          "invalid threshold defined on %s; reason: no metric name \"%s\" found%s"
              .formatted(key, name, Nearest.hint(name, names)));
    }
    if (brace < 0) {
      return metric;
    }
    if (!key.endsWith("}")) {
      throw invalid(
          "invalid metric '%s' in threshold definitions: missing ending bracket,".formatted(key)
              + " sub-metric format needs to be 'metric{key:value}'");
    }
    try {
      return registry.part(metric, key.substring(brace + 1, key.length() - 1));
    } catch (IllegalArgumentException e) {
      throw invalid(
          "invalid metric '%s' in threshold definitions: %s".formatted(key, e.getMessage()));
    }
  }

  private static K6Exception invalid(String sentence) {
    return new K6Exception(ExitCode.INVALID_CONFIG, sentence);
  }

  /** The metrics and sub-metrics that were named, with thresholds or without. */
  public List<Metric> metrics() {
    return metrics;
  }

  /** All thresholds, in the order of the options. */
  public List<Threshold> list() {
    return list;
  }

  /** Those of one metric or sub-metric. */
  @SuppressWarnings("ReferenceEquality") // metrics are compared as objects
  public List<Threshold> of(Metric metric) {
    return list.stream().filter(t -> t.metric() == metric).toList();
  }
}
