package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.FakeRun.CLOSED;
import static io.sluice.gate.FakeRun.STEADY;
import static io.sluice.gate.Status.FAIL;
import static io.sluice.gate.Status.INCONCLUSIVE;
import static io.sluice.gate.Status.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunEnd.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {
  private static void assertReason(ObjectiveResult result, String end) {
    assertTrue(result.reason().endsWith(end), result.reason());
  }

  @Test
  void aDroppedArrivalKeepsARunFromPassing() {
    FakeRun run =
        new FakeRun("p95 < 2s", "error_rate < 50%")
            .measured(s -> s.ok(BROWSE, 100, 100))
            .second(2, s -> s.health(Counter.DROPPED, 1));

    assertEquals(INCONCLUSIVE, run.judge().status());
    assertReason(
        run.first(),
        "; but 1 arrival was dropped because no user was free: the target saw less than the"
            + " planned load");
    assertTrue(run.judge().notes().toString().contains("1 arrival was dropped"));
    assertTrue(run.judge().notes().getLast().startsWith("The generator's own figures: "));
  }

  @ParameterizedTest
  @CsvSource({"35, PASS", "36, INCONCLUSIVE"})
  void ninetyNinePercentOfThePlannedLoadMustBeOffered(int missing, Status expected) {
    FakeRun run =
        new FakeRun("p95 < 2s")
            .measured(s -> s.ok(BROWSE, 100, 100))
            .second(9, s -> s.health(Counter.OFFERED, -missing));

    assertEquals(expected, run.judge().status());
    if (expected == INCONCLUSIVE) {
      assertTrue(
          run.first()
              .reason()
              .contains(
                  "; but only 3,464 of 3,500 planned arrivals were offered: its loops had to"),
          run.first().reason());
    }
  }

  @Test
  void aFailureStaysOneUnderASmallerLoad() {
    FakeRun run =
        new FakeRun("p95 < 2s").measured(s -> s.ok(BROWSE, 100, 3000).health(Counter.OFFERED, -50));

    assertEquals(FAIL, run.judge().status());
  }

  @Test
  void tooLittleThroughputIsNotTheTargetsFaultIfTooLittleWasOffered() {
    FakeRun own =
        new FakeRun("throughput >= 100/s")
            .measured(s -> s.ok(BROWSE, 50, 1).health(Counter.OFFERED, -50));
    assertEquals(INCONCLUSIVE, own.judge().status());

    FakeRun targets =
        new FakeRun("throughput >= 100/s")
            .measured(
                s -> s.ok(BROWSE, 50, 1).health(Counter.OFFERED, -50).health(Counter.DROPPED, 50));
    assertEquals(FAIL, targets.judge().status());
  }

  @Test
  void aClosedModelOffersWhatItsUsersCan() {
    FakeRun run =
        new FakeRun(CLOSED, "p95 < 2s")
            .measured(s -> s.ok(BROWSE, 100, 100).health(Counter.OFFERED, -50));

    assertEquals(PASS, run.judge().status());
    assertEquals(
        "Main: closed model, 50 users; each waits for its responses, so a slow target is asked"
            + " less.",
        run.judge().notes().getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "INTERRUPTED, 25.5, INCONCLUSIVE, was interrupted after 25.5s of 35s",
    "LOST,        25.5, INCONCLUSIVE, was lost after 25.5s of 35s",
    "STOPPED,     25.5, INCONCLUSIVE, was stopped after 25.5s of 35s",
    "COMPLETED,   25.5, PASS,         ''",
    "INTERRUPTED, 35,   PASS,         was interrupted after 35s of 35s",
  })
  void aRunThatWasCutCannotPass(Reason reason, double at, Status expected, String words) {
    FakeRun run = new FakeRun("p95 < 2s").measured(s -> s.ok(BROWSE, 100, 100)).endsAt(reason, at);

    assertEquals(expected, run.judge().status());
    if (expected == INCONCLUSIVE) {
      assertReason(run.first(), "; but the run " + words + ", and the rest was not seen");
    }
    assertEquals(!words.isEmpty(), run.judge().notes().contains("The run " + words + "."));
  }

  @Test
  void aRunThatWasCutCanFail() {
    FakeRun run =
        new FakeRun("p95 < 2s")
            .measured(s -> s.ok(BROWSE, 100, 3000))
            .endsAt(Reason.INTERRUPTED, 22);

    assertEquals(FAIL, run.judge().status());
  }

  @Test
  void aFailureIsTheTargetsIfTheGeneratorWasOnTimeForIt() {
    for (String objective : new String[] {"p95 < 2s", "mean < 2s"}) {
      FakeRun run =
          new FakeRun(objective)
              .measured(s -> s.ok(BROWSE, 100, 3000).punctual(100, 1))
              .second(12, s -> s.late(5, 1500));

      assertEquals(FAIL, run.judge().status(), objective);
    }
  }

  @Test
  void aFailureThatOnlyLateSecondsShowIsTheGenerators() {
    for (String objective : new String[] {"p95 < 2s", "mean < 1s"}) {
      FakeRun run = new FakeRun(objective);
      for (int second = FakeRun.FROM; second < FakeRun.TO; second++) {
        boolean late = second % 4 == 0;
        run.second(
            second,
            s -> {
              if (late) {
                s.ok(BROWSE, 100, 20_000).late(30, 200);
              } else {
                s.ok(BROWSE, 100, 100).punctual(100, 1);
              }
            });
      }

      assertEquals(INCONCLUSIVE, run.judge().status(), objective);
      assertTrue(
          run.first()
              .reason()
              .matches(
                  ".*; but the generator itself was late by more than [0-9.]+ms in .*% of the cases: .*"),
          run.first().reason());
      assertTrue(run.judge().notes().getLast().startsWith("The generator's own figures: "));
    }
  }

  @Test
  void loadThatCameTooLateWasNotThePlansLoad() {
    FakeRun run =
        new FakeRun(CLOSED, "error_rate < 50%")
            .measured(s -> s.ok(BROWSE, 100, 100).punctual(100, 1))
            .second(20, s -> s.late(60, 2000));

    assertEquals(INCONCLUSIVE, run.judge().status());
    assertReason(
        run.first(),
        "; but the load did not come when it was planned: the generator was late by more than 100ms"
            + " in 1.96% of the cases: a loop did nothing for up to 2s; give it a core of its own, or"
            + " look for what kept it");
  }

  @Test
  void aLittleLatenessIsInsideAPass() {
    FakeRun run =
        new FakeRun("p99 < 20ms").measured(s -> s.ok(BROWSE, 500, 1).punctual(100, 0.1).late(1, 5));

    assertEquals(PASS, run.judge().status(), run.first().reason());
    assertTrue(run.judge().notes().getLast().startsWith("The generator's own figures: "));
  }

  @Test
  void connectionsThatTheGeneratorCouldNotOpenAreNoErrorsOfTheTarget() {
    FakeRun own =
        new FakeRun("error_rate < 5%")
            .measured(
                s -> s.ok(BROWSE, 90, 1).ended(STEADY, BROWSE, Outcome.NO_CONNECTION, 10, 1, -1));
    assertEquals(INCONCLUSIVE, own.judge().status());
    assertReason(
        own.first(),
        "; but 10% of the requests had no connection because the generator could open no more of"
            + " them");

    FakeRun both =
        new FakeRun("error_rate < 5%")
            .measured(
                s ->
                    s.ok(BROWSE, 80, 1)
                        .failed(BROWSE, 10)
                        .ended(STEADY, BROWSE, Outcome.NO_CONNECTION, 10, 1, -1));
    assertEquals(FAIL, both.judge().status());
  }

  @Test
  void aRisingResponseTimeMayPassTheLimitNext() {
    FakeRun rising = new FakeRun("p85 < 360ms", "p85 < 2s");
    for (int second = FakeRun.FROM; second < FakeRun.TO; second++) {
      for (int i = 0; i < 100; i++) {
        double millis = (200 + 0.9 * (second - FakeRun.FROM)) * (0.2 + 1.6 * i / 100);
        rising.second(second, s -> s.ok(BROWSE, 1, millis));
      }
    }

    assertEquals(INCONCLUSIVE, rising.first().status());
    assertTrue(
        rising.first().reason().contains("; but response times rose by "), rising.first().reason());
    assertEquals(PASS, rising.judge().objectives().getLast().status());
  }

  @Test
  void aTargetThatFallsBehindTheArrivalsDoesNotPass() {
    FakeRun run = new FakeRun("p95 < 2s");
    for (int second = FakeRun.FROM; second < FakeRun.TO; second++) {
      int waiting = 3 * (second - FakeRun.FROM);
      run.second(second, s -> s.ok(BROWSE, 100, 100).health(Counter.IN_FLIGHT, waiting));
    }

    assertEquals(INCONCLUSIVE, run.judge().status());
    assertReason(
        run.first(),
        "; but ever more requests were waiting for their answers: the target fell behind the"
            + " arrivals");
  }
}
