package io.sluice.reports.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.model.plan.Objective;
import io.sluice.reports.SampleRun;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObjectiveGaugesTest {
  private final ObjectiveGauges gauges =
      new ObjectiveGauges(
          Stream.of("p95 < 2s", "error_rate < 5%", "p99 < 1s, warn")
              .map(Objective::parse)
              .toList());

  private Exposed exposed() {
    return new Exposed(gauges.families().flatMap(family -> family.samples.stream()).toList());
  }

  private double status(String objective, String state) {
    return exposed().only("sluice_slo_status", Map.of("objective", objective, "state", state));
  }

  private static ObjectiveResult found(String objective, double estimate, Status status) {
    return SampleRun.result(objective, estimate, estimate / 2, estimate * 2, 500, status, "");
  }

  @Test
  void beforeTheFirstLookAllIsPending() {
    assertEquals(1, status("p95 < 2s", "pending"));
    assertEquals(0, status("p95 < 2s", "pass"));
    assertEquals(1, exposed().only("sluice_verdict", Map.of("state", "pending")));
    assertEquals(0, exposed().count("sluice_slo_estimate"));
    assertEquals(2, exposed().only("sluice_slo_threshold", Map.of("objective", "p95 < 2s")));
  }

  @Test
  void exactlyOneStateIsOne() {
    for (Status each : Status.values()) {
      gauges.judged(List.of(found("p95 < 2s", 1e9, each)));
      double sum =
          Stream.of("pending", "pass", "fail", "inconclusive")
              .mapToDouble(state -> status("p95 < 2s", state))
              .sum();
      assertEquals(1, sum);
      assertEquals(1, status("p95 < 2s", each.name().toLowerCase(java.util.Locale.ROOT)));
    }
    assertEquals(1, status("error_rate < 5%", "pending"));
  }

  @Test
  void valuesAreInBaseUnits() {
    gauges.judged(
        List.of(
            found("p95 < 2s", 1.25e9, Status.PASS), found("error_rate < 5%", 0.01, Status.PASS)));

    Map<String, String> p95 = Map.of("objective", "p95 < 2s", "unit", "seconds");
    Map<String, String> errors = Map.of("objective", "error_rate < 5%", "unit", "ratio");
    assertEquals(1.25, exposed().only("sluice_slo_estimate", p95));
    assertEquals(0.625, exposed().only("sluice_slo_estimate_low", p95));
    assertEquals(2.5, exposed().only("sluice_slo_estimate_high", p95));
    assertEquals(0.01, exposed().only("sluice_slo_estimate", errors));
    assertEquals(0.05, exposed().only("sluice_slo_threshold", errors));
    assertEquals(500, exposed().only("sluice_slo_samples", errors));
  }

  @Test
  void whatHasNoNumberIsShownWithoutOne() {
    gauges.judged(
        List.of(
            found("p95 < 2s", Double.NaN, Status.INCONCLUSIVE),
            found("error_rate < 5%", Double.POSITIVE_INFINITY, Status.FAIL)));

    assertTrue(
        Double.isNaN(exposed().only("sluice_slo_estimate", Map.of("objective", "p95 < 2s"))));
    assertEquals(
        Double.POSITIVE_INFINITY,
        exposed().only("sluice_slo_estimate", Map.of("objective", "error_rate < 5%")));
  }

  @Test
  void anObjectiveThatComesWithTheVerdictIsAdded() {
    gauges.judged(List.of(found("throughput >= 1000/min", 12, Status.FAIL)));

    assertEquals(
        12,
        exposed()
            .only(
                "sluice_slo_estimate",
                Map.of("objective", "throughput >= 1000/min", "unit", "per_second")));
  }
}
