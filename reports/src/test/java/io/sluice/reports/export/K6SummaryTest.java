package io.sluice.reports.export;

import static io.sluice.reports.Golden.assertGolden;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gate.Status;
import io.sluice.model.plan.Objective;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.json.JsonText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class K6SummaryTest {
  private final RunFigures run = RunFigures.of(SampleRun.golden());
  private final JsonNode json = K6Summary.of(run);

  @Test
  void theSummaryIsAsItWas() throws IOException {
    assertGolden("k6-summary.json", JsonText.pretty(json));
  }

  /** The four figures of GitLab's widget, read as it reads them. */
  @Test
  void gitlabsWidgetFindsItsFigures() {
    JsonNode metrics = json.path("metrics");
    RequestFigures total = run.measured().total();

    assertEquals(total.ratePerSecond(), metrics.at("/http_reqs/rate").asDouble(), 1e-6);
    assertEquals(
        total.firstByte().p90(), metrics.path("http_req_waiting").path("p(90)").asDouble());
    assertEquals(
        total.firstByte().p95(), metrics.path("http_req_waiting").path("p(95)").asDouble());
    double passes = metrics.at("/checks/passes").asDouble();
    double fails = metrics.at("/checks/fails").asDouble();
    assertEquals(
        run.checks().stream().mapToLong(c -> c.passes()).sum()
            / (double) run.checks().stream().mapToLong(c -> c.passes() + c.fails()).sum(),
        passes / (passes + fails));
  }

  @Test
  void figuresAreThoseOfTheRun() {
    JsonNode metrics = json.path("metrics");
    RequestFigures total = run.measured().total();
    assertEquals(total.finished(), metrics.at("/http_reqs/count").asLong());
    assertEquals(total.service().p95(), metrics.path("http_req_duration").path("p(95)").asDouble());
    assertEquals(total.failed(), metrics.at("/http_req_failed/passes").asLong());
    assertEquals(total.bytesSent(), metrics.at("/data_sent/count").asLong());
    assertEquals(run.load().iterations(), metrics.at("/iterations/count").asLong());
    assertEquals(run.load().maxUsers(), metrics.at("/vus/max").asLong());
    assertEquals(
        requireNonNull(run.measured().byName().get("GET /")).service().p50(),
        metrics.path("http_req_duration{name:GET /}").path("med").asDouble());
  }

  /** The identifier of an empty path is the one in every summary of k6. */
  @Test
  void checksOfOneNameAreOne() {
    assertEquals("d41d8cd98f00b204e9800998ecf8427e", json.at("/root_group/id").asText());
    JsonNode check = json.at("/root_group/checks").path("status is 200");
    assertEquals("::status is 200", check.path("path").asText());
    assertEquals("6210a8cd14cd70477eba5c5e4cb3fb5f", check.path("id").asText());
    assertEquals(
        run.checks().stream()
            .filter(c -> c.name().equals("status is 200"))
            .mapToLong(c -> c.passes())
            .sum(),
        check.path("passes").asLong());
  }

  /** True is k6's word for a threshold that failed. */
  @Test
  void objectivesAreThresholdsWhereTheyMap() {
    Map<Objective, Status> judged = new LinkedHashMap<>();
    judged.put(Objective.parse("p95 < 500ms"), Status.PASS);
    judged.put(Objective.parse("p99.9{request:GET /} <= 1.5s"), Status.FAIL);
    judged.put(Objective.parse("mean < 2s"), Status.INCONCLUSIVE);
    judged.put(Objective.parse("error_rate < 1%"), Status.PASS);
    judged.put(Objective.parse("throughput >= 1000/min"), Status.FAIL);
    judged.put(Objective.parse("p95{last:5s} < 2s"), Status.FAIL);
    judged.put(Objective.parse("apdex(500ms) > 0.9"), Status.FAIL);
    JsonNode metrics = K6Summary.of(run, judged).path("metrics");

    JsonNode times = metrics.at("/sluice_response_time/thresholds");
    assertEquals(2, times.size());
    assertFalse(times.path("p(95)<500").asBoolean(true));
    assertTrue(times.path("avg<2000").asBoolean());
    assertTrue(
        metrics
            .path("sluice_response_time{name:GET /}")
            .at("/thresholds/p(99.9)<=1500")
            .asBoolean());
    assertFalse(metrics.at("/http_req_failed/thresholds/rate<0.01").asBoolean(true));
    assertTrue(metrics.at("/http_reqs/thresholds/rate>=16.6667").asBoolean());
    assertEquals(4, metrics.findValues("thresholds").size());
  }

  @Test
  void whatWasNeverSeenIsLeftOut() {
    JsonNode silent = K6Summary.of(RunFigures.of(SampleRun.silent())).path("metrics");
    assertFalse(silent.has("checks"));
    assertFalse(silent.has("http_req_waiting"));
    assertFalse(silent.has("vus"));
    assertEquals(0, silent.at("/http_reqs/rate").asDouble());
  }
}
