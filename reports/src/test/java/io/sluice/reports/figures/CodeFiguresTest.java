package io.sluice.reports.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.ScriptRun;
import io.sluice.reports.json.SummaryJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks and metrics of a run whose iterations are code, even if it sent nothing. */
class CodeFiguresTest {
  private static final LoadPlan PLAN =
      ScriptRun.plan(
          List.of(), List.of(CheckSpec.ofCode("ok", ""), CheckSpec.ofCode("ok", "cart / pay")));

  private static RunFigures figures() {
    Interval interval = new Interval(SeriesCatalog.of(PLAN));
    interval.span(0, 0, ScriptRun.TEN.toNanos());
    interval.check(0).record(true);
    interval.check(1).record(true);
    interval.check(1).record(false);
    interval.check(2).record(false); // after the measured window
    for (int i = -1; i < 9; i++) {
      interval.metric(0).distributed(i * 1e9);
    }
    return RunFigures.of(
        new RunResult(
            PLAN,
            new RunHeader("script", Instant.EPOCH, PLAN.digest(), 1, Map.of()),
            new RunEnd(RunEnd.Reason.COMPLETED, "", ScriptRun.TEN.toNanos()),
            listener -> listener.onInterval(interval)));
  }

  @Test
  void checksAreToldApartByTheirGroups() {
    assertEquals(
        List.of(
            new CheckFigures("ok", "", "", 1, 0), new CheckFigures("ok", "", "cart / pay", 1, 1)),
        figures().checks());
  }

  @Test
  void aDistributionOfNumbersHasItsOwnUnit() {
    var size = assertInstanceOf(MetricFigures.Numbers.class, figures().metrics().getFirst());
    Distribution values = size.values();
    assertEquals(10, values.samples());
    assertEquals(-1e9, values.min());
    assertEquals(3.5e9, values.mean());
    assertEquals(3e9, values.p50(), 3e6);
    assertEquals(8e9, values.p999());
    assertEquals(8e9, values.max());
  }

  @Test
  void theSummarySaysSo() {
    var json = SummaryJson.of(figures());
    assertEquals("cart / pay", json.at("/checks/1/group").asText());
    assertEquals("numbers", json.at("/metrics/0/kind").asText());
    assertEquals(8e9, json.at("/metrics/0/distribution/max").asDouble());
    assertEquals(0, json.at("/metrics/1/distribution/samples").asInt(-1));
    assertEquals("null", json.at("/metrics/1/distribution/p95").toString());
  }
}
