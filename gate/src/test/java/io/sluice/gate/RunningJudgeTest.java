package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.FakeRun.PAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningJudgeTest {
  private static final Gate GATE = Gate.standard();

  private static FakeRun run(String... objectives) {
    FakeRun run = new FakeRun(objectives);
    for (int second = FakeRun.FROM; second < FakeRun.TO; second++) {
      int slower = second % 4;
      int broken = second % 7 == 0 ? 5 : 0;
      run.second(
          second,
          s ->
              s.ok(BROWSE, 90, 100 + 10 * slower)
                  .ok(PAY, 10, 300)
                  .failed(PAY, broken)
                  .checks(PAY, 9, 1)
                  .orders(3, 900)
                  .bytes(1000, 5000)
                  .added(2)
                  .gauge(slower)
                  .abandoned(1, 9));
    }
    return run;
  }

  /** The verdict after each interval. */
  private static List<Verdict> watch(RunResult run) {
    RunningJudge judge = GATE.running(run.plan());
    List<Verdict> verdicts = new ArrayList<>();
    run.intervals()
        .replay(
            interval -> {
              judge.take(interval);
              verdicts.add(judge.soFar());
            });
    return verdicts;
  }

  /** Looking at it thirty-five times leaves no trace in what is said in the end. */
  @Test
  void afterTheLastIntervalItSaysWhatTheGateSays() {
    RunResult run =
        run(
                "p95 < 2s",
                "p99{request:pay} < 200ms",
                "mean < 1s",
                "max < 9s",
                "error_rate < 5%",
                "availability > 99%",
                "throughput >= 50/s",
                "checks > 95%",
                "p95(order_time) < 1s",
                "rate(abandoned) < 20%",
                "apdex(500ms) > 0.5",
                "bytes_received > 1KB/s",
                "availability_by_time(5%) > 50%",
                "burn_rate(99%) < 14.4",
                "burn_rate(99%, 5s) < 14.4",
                "offered > 99%",
                "count(orders) > 5",
                "throughput(orders) > 1/s",
                "value(queue) < 5",
                "p50 < 1s, warn")
            .result();

    assertEquals(GATE.judge(run), watch(run).getLast());
  }

  /** What waited for the end is judged by it, and nothing that was asked before changes it. */
  @Test
  void whenTheRunHasEndedItSaysWhatTheGateSays() {
    RunResult run =
        run(
                "p95 < 2s",
                "p95{last:5s} < 2s",
                "p95{worst:5s} < 200ms",
                "mean{worst:10s} < 2s",
                "throughput{last:5s} >= 50/s",
                "error_budget(99%, 30d) < 10%",
                "error_rate{worst:5s} < 5%")
            .result();
    RunningJudge judge = GATE.running(run.plan());
    run.intervals()
        .replay(
            interval -> {
              judge.take(interval);
              Verdict _ = judge.soFar();
            });
    Verdict verdict = judge.conclude(run);

    assertEquals(GATE.judge(run), verdict);
    assertEquals(
        List.of(),
        verdict.objectives().stream()
            .filter(result -> result.reason().contains("when the run has ended"))
            .toList());
  }

  @Test
  void whatAsksForTheWholeRunWaitsForItsEnd() {
    RunResult run =
        run("p95{last:5s} < 2s", "p95{worst:5s} < 2s", "error_budget(99%, 30d) < 10%").result();

    for (ObjectiveResult result : watch(run).getLast().objectives()) {
      assertEquals(Status.INCONCLUSIVE, result.status());
      assertEquals("it is judged when the run has ended", result.reason());
    }
  }

  @Test
  void beforeTheMeasuredTimeNothingIsKnown() {
    Verdict verdict = watch(run("p95 < 2s").result()).get(FakeRun.FROM - 1);

    assertEquals(Status.INCONCLUSIVE, verdict.status());
    assertEquals(0, verdict.objectives().getFirst().samples());
  }

  @Test
  void aVerdictChangesWithWhatIsSeen() {
    FakeRun run = new FakeRun("error_rate < 5%");
    for (int second = FakeRun.FROM; second < FakeRun.TO; second++) {
      int broken = second < FakeRun.FROM + 20 ? 0 : 90;
      run.second(second, s -> s.ok(BROWSE, 100, 100).failed(BROWSE, broken));
    }
    List<Verdict> verdicts = watch(run.result());

    assertTrue(verdicts.stream().anyMatch(verdict -> verdict.status() == Status.PASS));
    assertEquals(Status.INCONCLUSIVE, verdicts.getLast().status());
    assertFalse(verdicts.getLast().objectives().getFirst().observed());
  }
}
