package io.sluice.reports.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import io.sluice.reports.SampleRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
  private static final Map<String, String> FACTS = Map.of("run", "r1", "version", "1.2.3");

  private final RunResult run = SampleRun.golden();
  private final LoadPlan plan = run.plan().withObjectives(List.of(Objective.parse("p95 < 2s")));
  private final SeriesCatalog catalog = SeriesCatalog.of(plan);
  private final RunMetrics metrics = RunMetrics.of(plan, FACTS);

  @Test
  void countsAreThoseOfTheRun() {
    run.intervals().replay(metrics);
    Interval total = run.total();
    Exposed exposed = Exposed.of(metrics);

    for (String name : SampleRun.NAMES) {
      Map<String, String> request = Map.of("request", name);
      for (int i = 0; i < Outcome.COUNT; i++) {
        Outcome outcome = Outcome.at(i);
        assertEquals(
            sum(total, name, cell -> cell.outcome(outcome)),
            exposed.only(
                "sluice_requests_total", Map.of("request", name, "outcome", outcome.key())),
            name + outcome);
      }
      assertEquals(
          sum(total, name, SeriesCell::started),
          exposed.only("sluice_requests_started_total", request));
      assertEquals(
          sum(total, name, SeriesCell::bytesReceived),
          exposed.only("sluice_received_bytes_total", request));
      assertEquals(
          sum(total, name, cell -> cell.statuses().of(503)),
          exposed.only("sluice_responses_total", Map.of("request", name, "status_class", "5xx")));
    }
    assertEquals(
        (double) total.health().get(Counter.OFFERED),
        exposed.only("sluice_iterations_started_total"));
    assertEquals(
        total.health().get(Counter.CPU_NANOS) / 1e9,
        exposed.only("sluice_generator_cpu_seconds_total"),
        1e-6);
    assertEquals(
        (double) total.health().lag().getTotalCount(),
        exposed.only("sluice_generator_lag_seconds_count"));
  }

  @Test
  void bucketsAreThoseOfTheHistograms() {
    run.intervals().replay(metrics);
    Interval total = run.total();
    Exposed exposed = Exposed.of(metrics);

    for (String name : SampleRun.NAMES) {
      Histogram ok = Times.fresh();
      Histogram service = Times.fresh();
      IntStream.range(0, catalog.seriesCount())
          .filter(s -> catalog.series(s).request().equals(name))
          .mapToObj(total::series)
          .forEach(
              cell -> {
                ok.add(cell.okResponse());
                service.add(cell.service());
              });
      for (String bound : List.of("0.005", "0.05", "0.5", "2.0")) {
        long micros = Math.round(Double.parseDouble(bound) * 1e6);
        assertEquals(
            (double) ok.getCountBetweenValues(0, micros),
            exposed.only(
                "sluice_response_time_seconds_bucket",
                Map.of("request", name, "result", "ok", "le", bound)));
        assertEquals(
            (double) service.getCountBetweenValues(0, micros),
            exposed.only(
                "sluice_service_time_seconds_bucket", Map.of("request", name, "le", bound)));
      }
      assertEquals(
          (double) ok.getTotalCount(),
          exposed.only(
              "sluice_response_time_seconds_bucket",
              Map.of("request", name, "result", "ok", "le", "+Inf")));
      assertEquals(
          ok.getMean() * ok.getTotalCount() / 1e6,
          exposed.only("sluice_response_time_seconds_sum", Map.of("request", name, "result", "ok")),
          1e-6);
    }
  }

  @Test
  void theScenariosOwnMetricsAndChecksAreThere() {
    run.intervals().replay(metrics);
    Interval total = run.total();
    Exposed exposed = Exposed.of(metrics);

    assertEquals(
        (double)
            (total.metric(0).trend().getTotalCount() + total.metric(6).trend().getTotalCount()),
        exposed.only(
            "sluice_metric_trend_seconds_count", Map.of("metric", "order_completion_time")));
    assertEquals(50, exposed.only("sluice_metric_added_total", Map.of("metric", "kilograms_sold")));
    assertEquals(1, exposed.only("sluice_metric_value", Map.of("metric", "cart_size")));
    assertEquals(
        3,
        exposed.only("sluice_metric_rate_total", Map.of("metric", "abandonment", "value", "true")));
    assertTrue(
        exposed.only(
                "sluice_checks_total",
                Map.of("check", "status is 200", "request", "GET /", "result", "fail"))
            > 0);
    assertEquals(
        0, exposed.only("sluice_checks_total", Map.of("check", "never reached", "result", "pass")));
  }

  @Test
  void countersNeverGoBackAndSeriesNeverVanish() {
    Map<String, Double> before = new HashMap<>();
    Exposed first = Exposed.of(metrics);
    run.intervals()
        .replay(
            interval -> {
              metrics.onInterval(interval);
              Map<String, Double> now = counters(metrics);
              before.forEach(
                  (series, value) -> assertTrue(now.getOrDefault(series, -1.0) >= value, series));
              before.putAll(now);
            });
    metrics.concluded(SampleRun.verdict());
    Map<String, Double> end = counters(metrics);
    before.forEach((series, value) -> assertEquals(value, end.get(series), series));
    assertTrue(first.count("sluice_requests_total") > 0, "not there before the first interval");
    assertEquals(
        first.count("sluice_requests_total"), Exposed.of(metrics).count("sluice_requests_total"));
  }

  private static Map<String, Double> counters(RunMetrics metrics) {
    Map<String, Double> counters = new HashMap<>();
    for (MetricFamilySamples family : metrics.families()) {
      if (family.type == Collector.Type.COUNTER || family.type == Collector.Type.HISTOGRAM) {
        for (Sample sample : family.samples) {
          counters.put(sample.name + sample.labelNames + sample.labelValues, sample.value);
        }
      }
    }
    return counters;
  }

  @Test
  void theMeasuredWindowIsActiveWhileItLasts() {
    Map<String, String> steady = Map.of("window", "steady", "measured", "true");
    assertEquals(0, Exposed.of(metrics).only("sluice_window_active", steady));
    run.intervals()
        .replay(
            interval -> {
              metrics.onInterval(interval);
              boolean in = interval.number() >= 2 && interval.number() < 20;
              assertEquals(
                  in ? 1 : 0,
                  Exposed.of(metrics).only("sluice_window_active", steady),
                  "second " + interval.number());
            });
  }

  @Test
  void afterTheEndNobodyIsUnderWay() {
    run.intervals().replay(metrics);
    metrics.concluded(SampleRun.verdict());

    Exposed exposed = Exposed.of(metrics);
    for (String gauge :
        List.of("sluice_users", "sluice_requests_in_flight", "sluice_connections")) {
      assertEquals(0, exposed.only(gauge), gauge);
    }
    assertEquals(1, exposed.only("sluice_verdict", Map.of("state", "fail")));
    assertEquals(0, exposed.only("sluice_verdict", Map.of("state", "pending")));
  }

  private double sum(Interval total, String name, ToLongFunction<SeriesCell> count) {
    return (double)
        IntStream.range(0, catalog.seriesCount())
            .filter(s -> catalog.series(s).request().equals(name))
            .mapToLong(s -> count.applyAsLong(total.series(s)))
            .sum();
  }
}
