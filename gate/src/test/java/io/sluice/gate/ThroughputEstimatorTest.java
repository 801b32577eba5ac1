package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.FakeRun.DRAIN;
import static io.sluice.gate.FakeRun.STEADY;
import static io.sluice.gate.FakeRun.WARMUP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunEnd.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThroughputEstimatorTest {
  @Test
  void aSecondCountsWhatEndsInIt() {
    FakeRun run = new FakeRun("throughput >= 1/s");
    for (int second = 0; second < FakeRun.TO; second++) {
      // requests take a second: the first measured second still answers the warm-up
      int window = second <= FakeRun.FROM ? WARMUP : STEADY;
      run.second(second, s -> s.ended(window, BROWSE, Outcome.OK, 10, 1000, 1000));
    }

    ObjectiveResult result = run.first();

    assertEquals(10, result.estimate());
    assertEquals(30, result.samples());
  }

  @Test
  void silentSecondsCountAsNothing() {
    FakeRun run =
        new FakeRun("throughput >= 10/s")
            .measured(s -> s.ok(BROWSE, 20, 1))
            .inOrder(java.util.stream.IntStream.range(0, FakeRun.TO).boxed().toList());
    FakeRun stalled = new FakeRun("throughput >= 10/s");
    for (int second = FakeRun.FROM; second < FakeRun.FROM + 15; second++) {
      stalled.second(second, s -> s.ok(BROWSE, 20, 1));
    }

    assertEquals(20, run.first().estimate());
    assertEquals(10, stalled.first().estimate());
    assertEquals(30, stalled.first().samples());
  }

  @ParameterizedTest
  @CsvSource({
    "20.0, PASS,         15",
    "19.9, INCONCLUSIVE, 14",
    "5.5,  INCONCLUSIVE, 0",
  })
  void fifteenWholeSecondsAreNeeded(double end, Status expected, long seconds) {
    FakeRun run =
        new FakeRun("throughput >= 10/s")
            .measured(s -> s.ok(BROWSE, 20, 1))
            .endsAt(Reason.COMPLETED, end);

    assertEquals(expected, run.first().status(), run.first().reason());
    assertEquals(seconds, run.first().samples());
    if (seconds == 14) {
      assertEquals(
          "throughput is 20/s, but it was seen for too short a time: at least 15 slices of 1s"
              + " with requests are needed",
          run.first().reason());
    }
  }

  @Test
  void theDrainIsOutside() {
    FakeRun run =
        new FakeRun("throughput{window:drain} >= 1/s")
            .measured(s -> s.ended(DRAIN, BROWSE, Outcome.OK, 5, 1, 1));

    assertEquals(0, run.first().samples());
  }

  @Test
  void anOpenQuestionSaysWhatWouldSettleIt() {
    FakeRun run = new FakeRun("throughput >= 20/s");
    for (int second = FakeRun.FROM; second < FakeRun.TO; second++) {
      int count = second % 2 == 0 ? 10 : 32;
      run.second(second, s -> s.ok(BROWSE, count, 1));
    }

    assertTrue(
        run.first().reason().matches(".*; about \\d+ more (second|minute)s at this rate.*"),
        run.first().reason());
  }
}
