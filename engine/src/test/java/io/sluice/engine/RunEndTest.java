package io.sluice.engine;

import static io.sluice.engine.fake.Near.assertNear;
import static io.sluice.engine.fake.Plans.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.Reply;
import io.sluice.engine.pace.Shard;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Op;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunEnd;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunEndTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1000 * MILLI;

  private static Duration seconds(long n) {
    return Duration.ofSeconds(n);
  }

  private static Plans oneRequest() {
    return new Plans().get("/").script(new Op.Send(0), new Op.Settle());
  }

  private static ArrivalModel users(int users, long seconds) {
    return new ArrivalModel.ConstantUsers(users, seconds(seconds));
  }

  private static Op pause(long seconds) {
    return new Op.Pause(seconds(seconds), seconds(seconds));
  }

  private static void assertConsistent(CellRun run) {
    assertEquals(run.all().started(), run.all().ended(), "started = sum of the outcomes");
    assertEquals(
        run.count(Counter.OFFERED), run.count(Counter.ITERATIONS) + run.count(Counter.INTERRUPTED));
  }

  @Test
  void aTimeoutIsRecordedWithTheTimeItTook() {
    LoadPlan plan = oneRequest().phase(new ArrivalModel.Iterations(1, 2, seconds(60))).build();
    CellRun run = CellRun.of(plan, _ -> Reply.never());
    assertEquals(2, run.outcomes(Outcome.TIMEOUT));
    assertNear(10_000_000, run.all().failedResponse().getMaxValue(), 20_000);
    assertEquals(2, run.wire.cancelled());
    assertEquals(
        "[no response within the timeout]",
        run.total().errors().keySet().stream().map(k -> k.detail()).toList().toString());
    assertConsistent(run);
  }

  @Test
  void whatWasStartedMayFinishWithinTheGracefulStop() {
    LoadPlan plan = oneRequest().grace(seconds(2)).phase(users(3, 5)).build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 1300 * MILLI));
    assertEquals(3 * 4, run.outcomes(Outcome.OK));
    assertEquals(0, run.outcomes(Outcome.ABORTED));
    assertNear(5200 * MILLI, run.clock.nanos(), 10 * MILLI);
    assertConsistent(run);
  }

  @Test
  void whatIsNotThroughByThenIsAbortedWithItsAge() {
    LoadPlan plan = oneRequest().grace(seconds(2)).phase(users(3, 5)).build();
    CellRun run =
        CellRun.of(plan, sent -> sent.at() == 0 ? Reply.of(200, 4 * SECOND) : Reply.never());
    assertEquals(3, run.outcomes(Outcome.OK));
    assertEquals(3, run.outcomes(Outcome.ABORTED));
    assertNear(3_000_000, run.all().abortedAge().getMaxValue(), 20_000);
    assertEquals(3, run.count(Counter.INTERRUPTED));
    assertEquals(3, run.wire.cancelled());
    assertConsistent(run);
  }

  @Test
  void thinkTimeAtTheEndOfAnIterationIsCutAtThePhasesEnd() {
    LoadPlan plan =
        new Plans()
            .get("/")
            .script(new Op.Send(0), new Op.Settle(), pause(60))
            .phase(users(4, 5))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, MILLI));
    assertNear(5 * SECOND, run.clock.nanos(), 10 * MILLI);
    assertEquals(4, run.count(Counter.ITERATIONS));
    assertEquals(0, run.count(Counter.INTERRUPTED));
    assertConsistent(run);
  }

  @Test
  void thinkTimeBeforeAnotherRequestIsNot() {
    LoadPlan plan =
        new Plans()
            .get("/")
            .script(
                new Op.Send(0),
                new Op.Settle(),
                pause(7),
                new Op.Send(0),
                new Op.Settle(),
                pause(9))
            .phase(users(2, 5))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, MILLI));
    assertEquals(4, run.outcomes(Outcome.OK));
    assertEquals(2, run.count(Counter.ITERATIONS));
    assertNear(7 * SECOND, run.clock.nanos(), 20 * MILLI);
    assertConsistent(run);
  }

  @Test
  void aStopLetsRequestsUnderWayFinishAndStartsNoOther() {
    LoadPlan plan =
        new Plans()
            .get("/")
            .script(new Op.Send(0), new Op.Settle(), new Op.Send(0), new Op.Settle())
            .phase(users(5, 600))
            .build();
    CellRun run = new CellRun(plan, Shard.WHOLE, _ -> Reply.of(200, 300 * MILLI));
    run.wire.beforePoll(
        () -> {
          if (run.clock.nanos() >= 2 * SECOND) {
            run.stop.stop(RunEnd.Reason.INTERRUPTED, "");
          }
        });
    run.run();
    assertEquals(0, run.outcomes(Outcome.ABORTED));
    assertEquals(5 * 7, run.outcomes(Outcome.OK));
    assertTrue(run.clock.nanos() < 2200 * MILLI, "it ends when the last answer has come");
    assertTrue(run.wire.sent().stream().noneMatch(sent -> sent.at() > 2 * SECOND));
    assertConsistent(run);
  }

  @Test
  void aStopWaitsForNobodyLongerThanFiveSeconds() {
    LoadPlan plan = oneRequest().phase(users(5, 600)).build();
    CellRun run = new CellRun(plan, Shard.WHOLE, _ -> Reply.of(200, 9 * SECOND));
    run.wire.beforePoll(
        () -> {
          if (run.clock.nanos() >= SECOND) {
            run.stop.stop(RunEnd.Reason.INTERRUPTED, "");
          }
        });
    run.run();
    assertEquals(5, run.outcomes(Outcome.ABORTED));
    assertNear(6 * SECOND, run.clock.nanos(), 30 * MILLI);
    assertConsistent(run);
  }

  @Test
  void aStopAtOnceCutsEverything() {
    LoadPlan plan =
        oneRequest()
            .phase(new ArrivalModel.ConstantRate(100, seconds(600), Spacing.POISSON, 1000))
            .build();
    CellRun run = new CellRun(plan, Shard.WHOLE, _ -> Reply.of(200, SECOND));
    run.wire.beforePoll(
        () -> {
          if (run.clock.nanos() >= 2 * SECOND) {
            run.stop.stopAtOnce(RunEnd.Reason.STOPPED, "enough");
          }
        });
    run.run();
    assertNear(2 * SECOND, run.clock.nanos(), 30 * MILLI);
    assertNear(100, run.outcomes(Outcome.ABORTED), 40);
    assertEquals(run.outcomes(Outcome.ABORTED), run.count(Counter.INTERRUPTED));
    assertConsistent(run);
  }

  @Test
  void thinkersDoNotHoldUpAStop() {
    LoadPlan plan =
        new Plans()
            .get("/")
            .script(new Op.Send(0), new Op.Settle(), pause(4), new Op.Send(0), new Op.Settle())
            .phase(users(5, 600))
            .build();
    CellRun run = new CellRun(plan, Shard.WHOLE, _ -> Reply.of(200, MILLI));
    run.wire.beforePoll(
        () -> {
          if (run.clock.nanos() >= SECOND) {
            run.stop.stop(RunEnd.Reason.INTERRUPTED, "");
          }
        });
    run.run();
    assertEquals(5, run.count(Counter.INTERRUPTED));
    assertNear(SECOND, run.clock.nanos(), 30 * MILLI);
    assertConsistent(run);
  }

  @Test
  void intervalsAreNumberedWithoutGapsAndEachHoldsItsSecond() {
    LoadPlan plan =
        oneRequest()
            .phase(new ArrivalModel.ConstantRate(10, seconds(60), Spacing.UNIFORM, 100))
            .build();
    CellRun run = new CellRun(plan, Shard.WHOLE, _ -> Reply.of(200, 30 * MILLI));
    boolean[] stalled = {false};
    run.wire.beforePoll(
        () -> {
          if (!stalled[0] && run.clock.nanos() >= 5900 * MILLI) {
            stalled[0] = true;
            run.clock.advanceTo(8500 * MILLI);
          }
        });
    run.run();
    long from = 0;
    for (int i = 0; i < run.intervals.size(); i++) {
      Interval interval = run.intervals.get(i);
      assertEquals(i, interval.number());
      assertEquals(from, interval.fromNanos());
      from = interval.toNanos();
      long started = interval.series(0).started();
      // Released at 8.5 s, all those of the stall are in the interval of that second.
      long expected =
          switch (i) {
            case 5 -> 9;
            case 6, 7 -> 0;
            case 8 -> 31;
            default -> 10;
          };
      if (i < 60) {
        assertEquals(expected, started, "interval " + i);
      }
    }
    assertEquals(run.clock.nanos(), from);
    assertEquals(600, run.all().started());
    assertConsistent(run);
  }

  @Test
  void aRequestBelongsToTheWindowOfItsIntendedStart() {
    ArrivalModel model = new ArrivalModel.ConstantRate(10, seconds(6), Spacing.UNIFORM, 100);
    LoadPlan plan =
        oneRequest()
            .phase(
                model,
                seconds(1),
                window("warmup", Duration.ZERO, seconds(2), false),
                window("main", seconds(2), seconds(6), true))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 1500 * MILLI));
    assertEquals(20, run.series("warmup", "/").started());
    assertEquals(20, run.series("warmup", "/").ended());
    assertEquals(40, run.series("main", "/").started());
    assertEquals(40, run.series("main", "/").ended());
    assertEquals(0, run.series("drain", "/").started());
    assertConsistent(run);
  }

  @Test
  void whatIsStartedAfterTheEndIsInTheDrainWindow() {
    LoadPlan plan =
        new Plans()
            .get("/")
            .get("/second")
            .script(new Op.Send(0), new Op.Settle(), pause(2), new Op.Send(1), new Op.Settle())
            .phase(users(1, 1))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, MILLI));
    assertEquals(1, run.series("main", "/").ended());
    assertEquals(1, run.series("drain", "/second").ended());
    assertConsistent(run);
  }

  @Test
  void aMetricBeforeTheFirstRequestIsInItsOwnPhase() {
    LoadPlan plan =
        new Plans()
            .get("/")
            .metric("seen", MetricSpec.Kind.RATE)
            .script(new Op.Send(0), new Op.Settle())
            .phase(new ArrivalModel.Iterations(1, 1, seconds(5)))
            .script(new Op.Count(0, true), new Op.Send(0), new Op.Settle())
            .phase(
                new ArrivalModel.Iterations(1, 1, seconds(5)),
                seconds(1),
                window("second", Duration.ZERO, seconds(5), true))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, MILLI));
    int window = run.catalog.firstWindow(1);
    assertEquals(1, run.total().metric(window).trues());
    assertEquals(0, run.total().metric(0).trues());
  }

  @Test
  void healthAddsUp() {
    LoadPlan plan = oneRequest().phase(users(3, 4)).build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 20 * MILLI));
    assertEquals(run.clock.nanos(), run.count(Counter.LOOP_NANOS));
    assertEquals(600, run.count(Counter.RELEASED));
    for (Interval interval : run.intervals.subList(0, 3)) {
      assertEquals(3, interval.health().get(Counter.PLANNED_USERS), "in " + interval.number());
    }
    assertEquals(3, run.intervals.get(1).health().get(Counter.USERS));
    assertEquals(3, run.intervals.get(1).health().get(Counter.IN_FLIGHT));
  }
}
