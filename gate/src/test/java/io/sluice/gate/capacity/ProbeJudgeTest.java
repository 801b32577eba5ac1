package io.sluice.gate.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Gate;
import io.sluice.gate.Status;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** 5 s to settle, 30 s measured, 100 requests a second with a limit of 1,000 users. */
final class ProbeJudgeTest {
  private static final int SETTLE = 5;
  private static final int END = 35;
  private static final int WARM = 0;
  private static final int MEASURED = 1;

  private final LoadPlan plan =
      ProbePlans.of(
          new ArrivalModel.ConstantRate(
              100, Duration.ofSeconds(END), ArrivalModel.Spacing.POISSON, 1000),
          SETTLE,
          "p90 < 100ms",
          "error_rate < 10%",
          "throughput >= 1/s");

  private ProbeResult judge(Consumer<Interval> more) {
    List<Interval> intervals = new ArrayList<>();
    for (int second = 0; second < END; second++) {
      Interval interval = ProbePlans.second(plan, second);
      interval.health().add(Counter.PLANNED, 100);
      interval.health().add(Counter.OFFERED, 100);
      interval.health().set(Counter.IN_FLIGHT, 2);
      interval.health().add(Counter.LOOP_NANOS, 1_000_000_000);
      interval.health().add(Counter.BUSY_NANOS, 100_000_000);
      ok(interval, second < SETTLE ? WARM : MEASURED, 100, 20);
      more.accept(interval);
      intervals.add(interval);
    }
    RunResult run =
        new RunResult(
            plan,
            new RunHeader("probe", Instant.EPOCH, plan.digest(), 1, Map.of()),
            new RunEnd(RunEnd.Reason.COMPLETED, "", END * 1_000_000_000L),
            listener -> intervals.forEach(listener::onInterval));
    Probe probe =
        new Probe(
            1,
            100,
            Purpose.RAMP,
            Duration.ofSeconds(SETTLE),
            List.of(Duration.ofSeconds(END - SETTLE)));
    return ProbeJudge.of(probe, run, Gate.standard().judge(run));
  }

  private static void ok(Interval interval, int series, int count, int millis) {
    for (int i = 0; i < count; i++) {
      interval.series(series).start();
      interval.series(series).finish(Outcome.OK, 200, millis * 1_000_000L, millis * 1_000_000L, 1);
    }
  }

  private static void failed(Interval interval, int count) {
    for (int i = 0; i < count; i++) {
      interval.series(MEASURED).start();
      interval.series(MEASURED).finish(Outcome.HTTP_ERROR, 503, 1_000_000, 1_000_000, 1);
    }
  }

  private static boolean measured(Interval interval) {
    return interval.number() >= SETTLE;
  }

  @Test
  void measuresAfterItHasSettled() {
    ProbeResult result = judge(interval -> {});

    assertEquals(Status.PASS, result.status());
    assertEquals(30, result.figures().seconds(), 1e-9);
    assertEquals(100, result.figures().iterationsPerSecond(), 1e-9);
    assertEquals(100, result.figures().requestsPerSecond(), 1e-9);
    assertEquals(2, result.figures().inFlight(), 1e-9);
    assertEquals(2, result.figures().concurrency(), 0.01);
    assertTrue(result.figures().steady());
    assertEquals(20e6, result.figures().p50Nanos(), 0.02e6);
  }

  @Test
  void countsWhatObjectivesAllow() {
    ProbeResult result =
        judge(
            interval -> {
              if (measured(interval)) {
                ok(interval, MEASURED, 3, 150);
                failed(interval, 1);
              } else {
                ok(interval, WARM, 50, 900);
              }
            });

    assertEquals(
        List.of("p90 < 100ms", "error_rate < 10%"),
        result.shares().stream().map(BadShare::objective).toList());
    BadShare slow = result.shares().getFirst();
    assertEquals(4 * 30, slow.bad());
    assertEquals(104 * 30, slow.all());
    assertEquals(0.1, slow.allowed());
    assertEquals(30, result.shares().get(1).bad());
  }

  @Test
  void aTargetThatFailsFails() {
    ProbeResult result =
        judge(
            interval -> {
              if (measured(interval)) {
                failed(interval, 40);
              }
            });

    assertEquals(Status.FAIL, result.status());
    assertEquals(Blame.NOBODY, result.blame());
  }

  @Test
  void loadThatWasNotMadeIsTheGeneratorsFault() {
    ProbeResult result = judge(interval -> interval.health().add(Counter.PLANNED, 5));

    assertEquals(Status.INCONCLUSIVE, result.status());
    assertEquals(Blame.GENERATOR, result.blame());
    assertFalse(result.settled());
  }

  @Test
  void arrivalsDroppedWhileUsersWaitForTheTargetAreItsFailures() {
    ProbeResult result = judge(interval -> drop(interval, 30, 990));

    assertEquals(Status.FAIL, result.status());
    assertEquals(Blame.NOBODY, result.blame());
    assertEquals(30 * END, result.shares().getFirst().bad());
  }

  @Test
  void fewDroppedArrivalsLeaveItOpen() {
    ProbeResult result = judge(interval -> drop(interval, 1, 990));

    assertEquals(Status.INCONCLUSIVE, result.status());
    assertEquals(Blame.NOBODY, result.blame());
  }

  @Test
  void arrivalsDroppedWhileNobodyWaitsAreTheGeneratorsFault() {
    ProbeResult result = judge(interval -> drop(interval, 30, 10));

    assertEquals(Status.INCONCLUSIVE, result.status());
    assertEquals(Blame.GENERATOR, result.blame());
  }

  private static void drop(Interval interval, int count, int inFlight) {
    interval.health().add(Counter.PLANNED, count);
    interval.health().add(Counter.DROPPED, count);
    interval.health().set(Counter.IN_FLIGHT, inFlight);
  }
}
