package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.AbortRule;
import io.sluice.model.run.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyStopTest {
  private record Stop(int second, String why) {}

  private static final Stop NEVER = new Stop(-1, "");

  private static Stop watch(FakeRun run, Duration grace) {
    RunResult result = run.result();
    EarlyStop early =
        EarlyStop.of(result.plan().withAbort(new AbortRule(AbortRule.When.CERTAIN, grace)), 0.95);
    List<Stop> stops = new ArrayList<>();
    result
        .intervals()
        .replay(
            interval -> {
              String why = early.take(interval);
              if (!why.isEmpty()) {
                stops.add(new Stop(interval.number(), why));
              }
            });
    return stops.isEmpty() ? NEVER : stops.getFirst();
  }

  @Test
  void aGoodRunGoesOn() {
    FakeRun run =
        new FakeRun("p95 < 2s", "error_rate < 5%", "throughput >= 1/s")
            .measured(s -> s.ok(BROWSE, 98, 100).failed(BROWSE, 2));

    assertEquals(NEVER, watch(run, Duration.ZERO));
  }

  /**
   * At most 2 · (3,000 + 4 √3,000) = 6,440 requests can come, of which 287 may be bad for a PASS by
   * the exact test. 30 in a second: the tenth measured second is the one too many.
   */
  @Test
  void whatCannotPassAnyMoreStopsAtOnce() {
    FakeRun run =
        new FakeRun("error_rate < 5%").measured(s -> s.ok(BROWSE, 170, 100).failed(BROWSE, 30));

    Stop stop = watch(run, Duration.ZERO);

    assertEquals(FakeRun.FROM + 9, stop.second());
    assertEquals(
        "error_rate < 5% cannot hold any more: 300 requests were bad already, of at most 6,440",
        stop.why());
  }

  @Test
  void overdueRequestsCountBeforeTheyEnd() {
    FakeRun run = new FakeRun("p95 < 2s");
    for (int second = FakeRun.FROM; second < FakeRun.TO; second++) {
      int waiting = 100 * (second - FakeRun.FROM);
      run.second(second, s -> s.pending(BROWSE, waiting, 2500));
    }

    Stop stop = watch(run, Duration.ZERO);

    assertEquals(FakeRun.FROM + 3, stop.second());
  }

  @Test
  void theGracePeriodComesFirst() {
    FakeRun run = new FakeRun("error_rate < 5%").measured(s -> s.failed(BROWSE, 200));

    assertEquals(FakeRun.FROM + 1, watch(run, Duration.ZERO).second());
    assertEquals(FakeRun.FROM + 11, watch(run, Duration.ofSeconds(12)).second());
  }

  /** In a closed model nobody knows how many requests may come; the evidence decides. */
  @Test
  void strongEvidenceStopsAClosedModel() {
    FakeRun run =
        new FakeRun(FakeRun.CLOSED, "error_rate < 5%")
            .measured(s -> s.ok(BROWSE, 80, 100).failed(BROWSE, 20));

    Stop stop = watch(run, Duration.ZERO);

    // thirty slices are the least that tell of correlation
    assertEquals(FakeRun.TO - 1, stop.second());
    assertEquals(
        "error_rate < 5% does not hold for certain: 20% were bad, where 5% may be", stop.why());
  }

  @Test
  void warningsStopNothing() {
    FakeRun run = new FakeRun("error_rate < 5%, warn").measured(s -> s.failed(BROWSE, 200));

    assertTrue(watch(run, Duration.ZERO).why().isEmpty());
  }
}
