package io.sluice.reports.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.RequestSpec;
import io.sluice.reports.SampleRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.Counter;
import org.hawkular.agent.prometheus.types.Histogram;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;
import org.junit.jupiter.api.Test;

/** What is written is read back by a parser that is not ours. */
class ExpositionTest {
  private static final List<String> HOSTILE =
      List.of(
          "quote \" and \\ backslash",
          "two\nlines",
          "a{b=\"c\",} 1",
          "zero \u0000, escape \u001b[31m, turned \u202e round",
          "half a \ud83d pair",
          "naïve 日本語 🚀",
          "x".repeat(1_000));

  private static String text(RunMetrics metrics) throws IOException {
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(metrics.collector());
    StringWriter text = new StringWriter();
    TextFormat.write004(text, registry.metricFamilySamples());
    return text.toString();
  }

  private static List<MetricFamily> parsed(String text) {
    CollectorPrometheusMetricsWalker walker = new CollectorPrometheusMetricsWalker();
    new TextPrometheusMetricsProcessor(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), walker)
        .walk();
    return walker.getAllMetricFamilies();
  }

  private static MetricFamily family(List<MetricFamily> families, String name) {
    return families.stream().filter(f -> f.getName().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void everyFamilyIsReadBack() throws Exception {
    var run = SampleRun.golden();
    RunMetrics metrics =
        RunMetrics.of(
            run.plan().withObjectives(List.of(Objective.parse("p95 < 2s"))), Map.of("run", "r1"));
    run.intervals().replay(metrics);
    metrics.concluded(SampleRun.verdict());

    List<MetricFamily> families = parsed(text(metrics));

    Set<String> names = new HashSet<>();
    families.forEach(f -> assertTrue(names.add(f.getName()), f.getName() + " twice"));
    assertEquals(metrics.families().size(), families.size());
    double sum =
        family(families, "sluice_response_time_seconds").getMetrics().stream()
            .mapToDouble(metric -> ((Histogram) metric).getSampleCount())
            .sum();
    double requests =
        family(families, "sluice_requests_total").getMetrics().stream()
            .filter(metric -> !"aborted".equals(metric.getLabels().get("outcome")))
            .mapToDouble(metric -> ((Counter) metric).getValue())
            .sum();
    assertEquals(requests, sum);
    assertTrue(requests > 600, "requests: " + requests);
  }

  @Test
  void hostileNamesDoNotBreakIt() throws Exception {
    LoadPlan plan = SampleRun.plan(20, HOSTILE);

    List<MetricFamily> families = parsed(text(RunMetrics.of(plan, Map.of("run", HOSTILE.get(2)))));

    List<String> requests =
        family(families, "sluice_requests_started_total").getMetrics().stream()
            .map(metric -> metric.getLabels().get("request"))
            .toList();
    assertEquals(
        List.of(
            "quote \" and \\ backslash",
            "two lines",
            "a{b=\"c\",} 1",
            "zero \\u0000, escape \\u001b[31m, turned \\u202e round",
            "half a \ufffd pair",
            "naïve 日本語 🚀",
            "x".repeat(1_000)),
        requests);
  }

  @Test
  void tagsBecomeLegalLabelsOfTheirOwn() throws Exception {
    LoadPlan plan = SampleRun.plan(20, List.of("a", "b"));
    List<RequestSpec> requests = new ArrayList<>(plan.requests());
    requests.set(0, tagged(requests.get(0), Map.of("end-point", "1", "end.point", "2", "le", "3")));
    requests.set(1, tagged(requests.get(1), Map.of("__name__", "4", "request", "5", "ü", "6")));

    Map<String, String> a = labels(requests, plan, "a");
    Map<String, String> b = labels(requests, plan, "b");

    assertEquals("1", a.get("tag_end_point"));
    assertEquals("2", a.get("tag_end_point_2"));
    assertEquals("3", a.get("tag_le"));
    assertEquals("4", b.get("tag___name__"));
    assertEquals("5", b.get("tag_request"));
    assertEquals("b", b.get("request"));
    assertEquals("6", b.get("tag__"));
    assertFalse(a.containsKey("tag_request"));
  }

  private static Map<String, String> labels(
      List<RequestSpec> requests, LoadPlan plan, String request) throws IOException {
    LoadPlan tagged = SampleRun.withRequests(plan, requests);
    return family(parsed(text(RunMetrics.of(tagged, Map.of()))), "sluice_redirects_total")
        .getMetrics()
        .stream()
        .map(metric -> metric.getLabels())
        .filter(labels -> request.equals(labels.get("request")))
        .findFirst()
        .orElseThrow();
  }

  private static RequestSpec tagged(RequestSpec request, Map<String, String> tags) {
    return new RequestSpec(
        request.name(),
        request.group(),
        tags,
        request.method(),
        request.target(),
        request.path(),
        request.headers(),
        request.body(),
        request.timeout(),
        request.accepted(),
        request.redirects());
  }
}
