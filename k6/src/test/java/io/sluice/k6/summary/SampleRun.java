package io.sluice.k6.summary;

import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.Builtins;
import io.sluice.k6.metrics.CheckTotals;
import io.sluice.k6.metrics.CheckTree;
import io.sluice.k6.metrics.Contains;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.metrics.MetricStore;
import io.sluice.k6.metrics.MetricTotals;
import io.sluice.k6.metrics.MetricType;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.metrics.threshold.ThresholdWatch;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.options.SummaryOptions;
import io.sluice.k6.options.ThresholdOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A run with something of everything, whose summaries are compared with golden files. */
final class SampleRun {
  private final MetricRegistry registry = new MetricRegistry();
  private final MetricTotals totals = new MetricTotals();
  private final CheckTotals checks = new CheckTotals();
  private final MetricStore store = new MetricStore(() -> 0).bySection();
  private final CheckTree tree = new CheckTree();

  static RunSummary summary(String timeUnit) throws K6Exception {
    return new SampleRun().run(new SummaryOptions(SummaryOptions.DEFAULT_TREND_STATS, timeUnit));
  }

  static String golden(String name) {
    try (InputStream in = SampleRun.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunSummary run(SummaryOptions options) throws K6Exception {
    Metric errors = registry.metric("errors", MetricType.RATE, Contains.DEFAULT);
    Thresholds.expectedResponses(registry);
    ThresholdWatch watch = new ThresholdWatch(Thresholds.of(thresholds(), registry));
    requests(TagSet.root());
    for (int i = 0; i < 100; i++) {
      add(errors, i < 2 ? 1 : 0, TagSet.EMPTY);
    }
    for (int i = 0; i < 45; i++) {
      add(Builtins.ITERATIONS, 1, TagSet.EMPTY);
      add(Builtins.ITERATION_DURATION, 1000 + i * 2_000, TagSet.EMPTY);
    }
    for (int vus : new int[] {5, 3, 1}) {
      add(Builtins.VUS, vus, TagSet.EMPTY);
      add(Builtins.VUS_MAX, 5, TagSet.EMPTY);
    }
    add(Builtins.DATA_RECEIVED, 519_123, TagSet.EMPTY);
    add(Builtins.DATA_SENT, 4_900, TagSet.EMPTY);
    store.drainTo(totals);
    tree.drainTo(checks);
    long elapsed = 6_858_583_000L;
    return new RunSummary(
        registry, totals, checks, watch.evaluate(totals, elapsed, true), options, elapsed);
  }

  private static Map<String, List<ThresholdOption>> thresholds() {
    Map<String, List<ThresholdOption>> thresholds = new LinkedHashMap<>();
    thresholds.put(
        "http_req_duration",
        List.of(
            new ThresholdOption("p(95)<2000", false, 0),
            new ThresholdOption("p(99)<10", false, 0)));
    thresholds.put(
        "http_req_duration{endpoint:auth}", List.of(new ThresholdOption("p(95)<500", false, 0)));
    thresholds.put("http_req_failed", List.of(new ThresholdOption("rate<0.05", false, 0)));
    thresholds.put("http_reqs{endpoint:auth}", List.of(new ThresholdOption("rate>1", false, 0)));
    return thresholds;
  }

  private void requests(TagSet root) {
    for (int i = 0; i < 1_000; i++) {
      boolean failed = i < 61;
      TagSet tags = root.with("expected_response", Boolean.toString(!failed));
      tags = i % 2 == 0 ? tags.with("endpoint", "auth") : tags;
      String group = i % 4 == 0 ? "::shop::cart" : "";
      tags = tags.with("group", group).with("scenario", i % 2 == 0 ? "buying" : "default");
      add(Builtins.HTTP_REQS, 1, tags);
      add(Builtins.HTTP_REQ_FAILED, failed ? 1 : 0, tags);
      add(Builtins.HTTP_REQ_DURATION, 100 + i / 16.0, tags);
      add(Builtins.HTTP_REQ_WAITING, 0.25 + i / 4096.0, tags);
      if (i < 90) {
        boolean passed = i % 2 == 0;
        String name = passed ? "status is 200" : "has token";
        add(Builtins.CHECKS, passed || i == 1 ? 1 : 0, tags.with("check", name));
        tree.add(group, name, passed || i == 1);
      }
    }
    add(Builtins.GROUP_DURATION, 5, root.with("group", "::shop::cart"));
  }

  private void add(String builtin, double value, TagSet tags) {
    add(registry.builtin(builtin), value, tags);
  }

  private void add(Metric metric, double value, TagSet tags) {
    store.add(metric, value, tags);
  }
}
