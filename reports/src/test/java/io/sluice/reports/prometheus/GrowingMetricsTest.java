package io.sluice.reports.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.ScriptRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names that appear while a script runs. */
class GrowingMetricsTest {
  private static final RequestSpec HOME = ScriptRun.request("home", Map.of());
  private static final RequestSpec PAY = ScriptRun.request("pay", Map.of("aisle", "cart"));
  private static final CheckSpec OK = CheckSpec.ofCode("ok", "");
  private static final CheckSpec PAID = CheckSpec.ofCode("paid", "cart / pay");

  private static Interval second(LoadPlan plan) {
    Interval second = new Interval(SeriesCatalog.of(plan));
    for (int r = 0; r < plan.requests().size(); r++) {
      second.series(r).start();
      second.series(r).finish(Outcome.OK, 200, 5_000_000, 4_000_000, 3_000_000);
    }
    for (int c = 0; c < plan.checks().size(); c++) {
      second.check(c).record(true);
    }
    second.metric(0).distributed(2.5);
    return second;
  }

  @Test
  void whatWasCountedStaysAndNewNamesJoin() {
    LoadPlan few = ScriptRun.plan(List.of(HOME), List.of(OK));
    LoadPlan more = ScriptRun.plan(List.of(HOME, PAY), List.of(OK, PAID));
    RunMetrics metrics = RunMetrics.of(few, Map.of());
    metrics.onInterval(second(few));
    metrics.onInterval(second(few));
    assertEquals(1, Exposed.of(metrics).count("sluice_requests_started_total"));

    metrics.grow(more);
    metrics.onInterval(second(more));

    Exposed exposed = Exposed.of(metrics);
    assertEquals(3, started(exposed, "home"));
    assertEquals(1, started(exposed, "pay"));
    assertEquals(
        1,
        exposed.only(
            "sluice_response_time_seconds_count",
            Map.of("request", "pay", "tag_aisle", "cart", "result", "ok")));
    assertEquals(3, exposed.only("sluice_checks_total", Map.of("check", "ok", "result", "pass")));
    assertEquals(
        1,
        exposed.only(
            "sluice_checks_total",
            Map.of("check", "paid", "group", "cart / pay", "result", "pass")));
    assertEquals(3, exposed.only("sluice_metric_numbers_count", Map.of("metric", "size")));
    assertEquals(7.5, exposed.only("sluice_metric_numbers_sum", Map.of("metric", "size")));
  }

  private static double started(Exposed exposed, String request) {
    return exposed.only("sluice_requests_started_total", Map.of("request", request));
  }
}
