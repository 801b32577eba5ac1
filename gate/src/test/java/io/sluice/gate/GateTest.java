package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.FakeRun.PAY;
import static io.sluice.gate.Status.FAIL;
import static io.sluice.gate.Status.INCONCLUSIVE;
import static io.sluice.gate.Status.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
  private static Arguments row(
      String objective, Status expected, Consumer<FakeRun.Second> everySecond) {
    return Arguments.of(objective, expected, everySecond);
  }

  /** 30 seconds alike. */
  static Stream<Arguments> everyMeasure() {
    return Stream.of(
        row("p95 < 2s", PASS, s -> s.ok(BROWSE, 98, 100).ok(BROWSE, 2, 3000)),
        row("p95 < 2s", FAIL, s -> s.ok(BROWSE, 88, 100).ok(BROWSE, 12, 3000)),
        row("p95 < 2s", INCONCLUSIVE, s -> s.ok(BROWSE, 95, 100).ok(BROWSE, 5, 3000)),
        row("p99 < 2s", INCONCLUSIVE, s -> s.ok(BROWSE, 20, 100)),
        row("mean < 200ms", PASS, s -> s.ok(BROWSE, 10, 100).ok(BROWSE, 1, 1000)),
        row("mean < 150ms", FAIL, s -> s.ok(BROWSE, 10, 100).ok(BROWSE, 1, 1000)),
        row("error_rate < 5%", PASS, s -> s.ok(BROWSE, 98, 1).failed(BROWSE, 2)),
        row("error_rate < 5%", FAIL, s -> s.ok(BROWSE, 93, 1).failed(BROWSE, 7)),
        row("error_rate < 5%", INCONCLUSIVE, s -> s.ok(BROWSE, 95, 1).failed(BROWSE, 5)),
        row("error_rate <= 0%", FAIL, s -> s.ok(BROWSE, 95, 1).failed(BROWSE, 5)),
        row("error_rate <= 0%", INCONCLUSIVE, s -> s.ok(BROWSE, 95, 1)),
        row("error_rate < 0%", INCONCLUSIVE, s -> s.ok(BROWSE, 95, 1)),
        row("error_rate <= 100%", PASS, s -> s.failed(BROWSE, 100)),
        row("error_rate < 100%", INCONCLUSIVE, s -> s.failed(BROWSE, 100)),
        row("availability >= 99%", PASS, s -> s.ok(BROWSE, 100, 1)),
        row("availability >= 99.9%", INCONCLUSIVE, s -> s.ok(BROWSE, 100, 1)),
        row("availability >= 99%", FAIL, s -> s.ok(BROWSE, 97, 1).failed(BROWSE, 3)),
        row("availability >= 100%", INCONCLUSIVE, s -> s.ok(BROWSE, 100, 1)),
        row("availability >= 0%", PASS, s -> s.failed(BROWSE, 100)),
        row("throughput >= 1000/min", PASS, s -> s.ok(BROWSE, 20, 1)),
        row("throughput >= 1000/min", FAIL, s -> s.ok(BROWSE, 10, 1)),
        row("throughput >= 10/s", PASS, s -> s.ok(BROWSE, 10, 1)),
        row("throughput > 10/s", FAIL, s -> s.ok(BROWSE, 10, 1)),
        row("throughput >= 10/s", FAIL, s -> s.failed(BROWSE, 20)),
        row("throughput{endpoint:checkout} >= 10/s", FAIL, s -> s.ok(BROWSE, 50, 1).ok(PAY, 1, 1)),
        row("checks > 95%", PASS, s -> s.ok(BROWSE, 1, 1).checks(BROWSE, 99, 1)),
        row("checks > 95%", FAIL, s -> s.ok(BROWSE, 1, 1).checks(BROWSE, 90, 10)),
        row("checks{request:pay} > 95%", PASS, s -> s.checks(BROWSE, 0, 10).checks(PAY, 100, 0)),
        row("p95(order_time) < 30s", PASS, s -> s.orders(20, 5000)),
        row("p95(order_time) < 4s", FAIL, s -> s.orders(20, 5000)),
        row("mean(order_time) <= 30s", PASS, s -> s.orders(20, 5000)),
        row("mean(order_time) <= 3s", FAIL, s -> s.orders(20, 5000)),
        row("rate(abandoned) < 20%", PASS, s -> s.abandoned(1, 9)),
        row("rate(abandoned) < 20%", FAIL, s -> s.abandoned(4, 6)),
        row("rate(abandoned) >= 80%", PASS, s -> s.abandoned(10, 0)),
        row("rate(abandoned) >= 80%", FAIL, s -> s.abandoned(4, 6)));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("everyMeasure")
  void judges(String objective, Status expected, Consumer<FakeRun.Second> everySecond) {
    Verdict verdict = new FakeRun(objective).measured(everySecond).judge();

    ObjectiveResult result = verdict.objectives().getFirst();
    assertEquals(expected, result.status(), result.reason());
    assertEquals(expected, verdict.status());
    assertTrue(result.low() <= result.high(), () -> result.low() + " to " + result.high());
    assertTrue(verdict.sentence().endsWith("."), verdict.sentence());
  }

  @Test
  void breakingOneCheckoutInTenFailsItsPercentile() {
    FakeRun run =
        new FakeRun("p95{endpoint:checkout} < 3s", "p95 < 2s")
            .measured(s -> s.ok(BROWSE, 500, 50).ok(PAY, 45, 200).failed(PAY, 5));

    Verdict verdict = run.judge();

    ObjectiveResult checkout = verdict.objectives().getFirst();
    assertEquals(FAIL, checkout.status());
    assertEquals(Double.POSITIVE_INFINITY, checkout.estimate());
    assertEquals(Double.POSITIVE_INFINITY, checkout.high());
    assertEquals(PASS, verdict.objectives().getLast().status());
    assertEquals(
        "p95{endpoint:checkout} < 3s does not hold: 10% of the requests failed; with those over 3s"
            + " that is 10% (8.47% to 11.71% with 95% confidence), where 5% may be.",
        verdict.sentence());
    assertEquals(3, verdict.exitCode());
  }

  @Test
  void slowingOneRequestInEightFailsThePercentileOfAll() {
    Verdict verdict =
        new FakeRun("p95 < 2s").measured(s -> s.ok(BROWSE, 88, 100).ok(BROWSE, 12, 2500)).judge();

    assertEquals(
        "p95 < 2s does not hold: p95 is 2.5s (2.5s to 2.5s with 95% confidence, worth 729"
            + " independent requests of 3,000), over the limit of 2s.",
        verdict.sentence());
  }

  @Test
  void aPassSaysWhatItRestsOn() {
    Verdict verdict =
        new FakeRun("p95 < 2s", "error_rate < 5%", "throughput >= 1000/min")
            .measured(s -> s.ok(BROWSE, 182, 100))
            .judge();

    assertEquals(
        "All 3 objectives hold with 95% confidence (5,460 requests in 30s).", verdict.sentence());
    assertEquals(0, verdict.exitCode());
    assertEquals(
        List.of(
            "Main: open model, Poisson arrivals at 100/s, whatever the target does.",
            "The generator is clean: lag p99 0ns, loop delay p99 0ns, busy share 20%."),
        verdict.notes());
  }

  @Test
  void withoutDataNothingIsDecided() {
    for (String objective :
        List.of(
            "p95 < 2s",
            "mean < 2s",
            "error_rate < 5%",
            "availability > 1%",
            "throughput >= 0/s",
            "checks > 1%",
            "p95(order_time) < 2s",
            "mean(order_time) < 2s",
            "rate(abandoned) < 99%")) {
      for (Verdict.Statistics statistics : Verdict.Statistics.values()) {
        Verdict verdict = Gate.of(0.95, statistics).judge(new FakeRun(objective).result());

        ObjectiveResult result = verdict.objectives().getFirst();
        assertEquals(INCONCLUSIVE, result.status(), objective);
        assertEquals(0, result.samples());
        assertTrue(Double.isNaN(result.estimate()));
        assertTrue(result.reason().endsWith("no data is not a pass"), result.reason());
        assertEquals(4, verdict.exitCode());
      }
    }
  }

  @Test
  void aSelectionThatCanNeverMatchIsSaidSo() {
    ObjectiveResult result = new FakeRun("p95{endpoint:chekout} < 2s").first();

    assertEquals(INCONCLUSIVE, result.status());
    assertTrue(result.reason().endsWith("did you mean 'checkout'?"), result.reason());
  }

  @Test
  void aPlanWithoutObjectivesIsJudgedByTheReleaseGate() {
    Verdict verdict = new FakeRun().measured(s -> s.ok(BROWSE, 100, 100)).judge();

    assertEquals(PASS, verdict.status());
    assertEquals(
        ReleaseGate.DEFAULT,
        verdict.objectives().stream().map(ObjectiveResult::objective).toList());
    assertEquals(
        "The plan has no objectives; the release gate was applied: p95 < 2s, error_rate < 5%,"
            + " throughput >= 1000/min.",
        verdict.notes().getFirst());
  }

  @Test
  void theReleaseGateIsTheOneOfTheDocumentation() {
    assertEquals(
        "[p95 < 2s, error_rate < 5%, throughput >= 1000/min]", ReleaseGate.DEFAULT.toString());
  }

  @Test
  void pointStatisticsCompareEstimates() {
    Gate gate = Gate.of(0.95, Verdict.Statistics.POINT);
    FakeRun run =
        new FakeRun("error_rate < 5%", "error_rate <= 5%", "p95 <= 100ms", "p96 < 100ms")
            .second(5, s -> s.ok(BROWSE, 19, 100).failed(BROWSE, 1));

    Verdict verdict = gate.judge(run.result());

    assertEquals(
        List.of(FAIL, PASS, PASS, FAIL),
        verdict.objectives().stream().map(ObjectiveResult::status).toList());
    assertEquals("the estimate 5% is not < 5%", verdict.objectives().getFirst().reason());
    assertEquals(FAIL, verdict.status());
    assertEquals(Verdict.Statistics.POINT, verdict.statistics());
  }

  @Test
  void aLowerConfidenceDecidesEarlier() {
    FakeRun run =
        new FakeRun("error_rate < 5%").measured(s -> s.ok(BROWSE, 24, 1).failed(BROWSE, 1));

    assertEquals(INCONCLUSIVE, run.judge().status());
    Verdict verdict = Gate.of(0.5, Verdict.Statistics.INTERVAL).judge(run.result());
    assertEquals(PASS, verdict.status());
    assertEquals(0.5, verdict.confidence());
  }

  @Test
  void refusesAConfidenceOutOfRange() {
    for (double confidence : new double[] {0, 0.49, 1, 1.5, Double.NaN}) {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> Gate.of(confidence, Verdict.Statistics.INTERVAL));
      assertEquals(
          "confidence must be at least 50% and below 100%, was " + confidence, e.getMessage());
    }
  }

  @Test
  void manyObjectivesDoNotMakeAFailureOutOfChance() {
    // 900 requests, 60 bad: alone its p-value against 5 % is about 0.015
    Consumer<FakeRun.Second> second = s -> s.ok(PAY, 28, 1).failed(PAY, 2).ok(BROWSE, 970, 1);
    String weak = "error_rate{request:pay} < 5%";

    assertEquals(FAIL, new FakeRun(weak).measured(second).judge().status());

    ObjectiveResult result =
        new FakeRun(weak, "p95 < 2s", "p50 < 1s", "error_rate < 5%").measured(second).first();
    assertEquals(INCONCLUSIVE, result.status());
    assertTrue(
        result.reason().endsWith("; but among 4 objectives that may be chance (Holm)"),
        result.reason());
  }
}
