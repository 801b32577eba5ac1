package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.FakeRun.PAY;
import static io.sluice.gate.Status.FAIL;
import static io.sluice.gate.Status.INCONCLUSIVE;
import static io.sluice.gate.Status.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objectives that only warn, and those that want samples. */
class SeverityTest {
  private static FakeRun tenthFailed(String... objectives) {
    return new FakeRun(objectives).measured(s -> s.ok(BROWSE, 90, 10).failed(BROWSE, 10));
  }

  @Test
  void aWarningDoesNotFailTheRun() {
    Verdict verdict = tenthFailed("error_rate < 20%", "error_rate < 5%, warn").judge();

    assertEquals(PASS, verdict.status());
    assertEquals(FAIL, verdict.objectives().getLast().status());
    assertEquals(
        "error_rate < 20% holds with 95% confidence (3,000 requests in 30s).", verdict.sentence());
    assertTrue(
        verdict.notes().stream()
            .anyMatch(
                note ->
                    note.startsWith(
                        "Warning: error_rate < 5%, warn does not hold: error_rate is 10% (")),
        verdict.notes().toString());
  }

  @Test
  void anOpenWarningIsSaid() {
    Verdict verdict = tenthFailed("error_rate < 20%", "error_rate < 10%, warn").judge();

    assertEquals(PASS, verdict.status());
    assertTrue(
        verdict.notes().stream().anyMatch(note -> note.contains("warn is not settled: ")),
        verdict.notes().toString());
  }

  @Test
  void aWarningThatHoldsIsNotSaid() {
    assertTrue(
        tenthFailed("error_rate < 20%", "error_rate < 30%, warn").judge().notes().stream()
            .noneMatch(note -> note.startsWith("Warning")));
  }

  @Test
  void besideWarningsAloneTheReleaseGateDecides() {
    Verdict verdict = tenthFailed("p50 < 1s, warn").judge();

    assertEquals(FAIL, verdict.status());
    assertEquals(4, verdict.objectives().size());
    assertEquals(
        "The plan has no objectives that can fail it; the release gate was applied: p95 < 2s,"
            + " error_rate < 5%, throughput >= 1000/min.",
        verdict.notes().getFirst());
  }

  @Test
  void warningsDoNotCountAmongThoseThatMayFailByChance() {
    // 900 requests, 60 bad: alone its p-value against 5 % is about 0.015
    FakeRun run =
        new FakeRun(
                "error_rate{request:pay} < 5%",
                "p95 < 2s, warn", "p50 < 1s, warn", "error_rate < 5%, warn")
            .measured(s -> s.ok(PAY, 28, 1).failed(PAY, 2).ok(BROWSE, 970, 1));

    assertEquals(
        new FakeRun("error_rate{request:pay} < 5%")
            .measured(s -> s.ok(PAY, 28, 1).failed(PAY, 2).ok(BROWSE, 970, 1))
            .judge()
            .status(),
        run.judge().status());
    assertTrue(!run.first().reason().contains("Holm"), run.first().reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "error_rate < 5%, min 3000  | FAIL",
        "error_rate < 5%, min 3001  | INCONCLUSIVE",
        "error_rate < 20%, min 3000 | PASS",
        "error_rate < 20%, min 3001 | INCONCLUSIVE",
      })
  void fewerSamplesThanWantedDecideNothing(String objective, Status expected) {
    FakeRun run = tenthFailed(objective);

    assertEquals(expected, run.judge().status());
    for (Verdict.Statistics statistics : Verdict.Statistics.values()) {
      assertEquals(expected, Gate.of(0.95, statistics).judge(run.result()).status());
    }
    if (expected == INCONCLUSIVE) {
      assertTrue(
          run.first()
              .reason()
              .endsWith("; but 3,000 samples are fewer than the 3,001 that it wants"),
          run.first().reason());
    }
  }
}
