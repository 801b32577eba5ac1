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
      assertReason(run.first(), "; but only 3,464 of 3,500 planned arrivals were offered");
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
    "INTERRUPTED, 17.5, INCONCLUSIVE, was interrupted after 17.5s of 35s",
    "LOST,        17.5, INCONCLUSIVE, was lost after 17.5s of 35s",
    "STOPPED,     17.5, INCONCLUSIVE, was stopped after 17.5s of 35s",
    "COMPLETED,   17.5, PASS,         ''",
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
            .endsAt(Reason.INTERRUPTED, 12);

    assertEquals(FAIL, run.judge().status());
  }

  @ParameterizedTest
  @CsvSource({
    // service time, loop delay
    "100,  250, INCONCLUSIVE",
    "100,  150, FAIL",
    "3000, 250, FAIL",
  })
  void theGeneratorsDelayIsNotTheTargets(double service, double loopDelay, Status expected) {
    for (String objective : new String[] {"p95 < 2s", "mean < 2s"}) {
      FakeRun run =
          new FakeRun(objective)
              .measured(
                  s ->
                      s.ended(STEADY, BROWSE, Outcome.OK, 100, 3000, service).loopDelay(loopDelay));

      assertEquals(expected, run.judge().status(), objective);
      assertEquals(
          expected == FAIL, run.judge().notes().getLast().startsWith("The generator is clean"));
    }
  }
}
