package io.sluice.engine;

import static io.sluice.engine.fake.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.Reply;
import io.sluice.engine.pace.Shard;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunEnd;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What a generator that stands still tells of itself: 100 arrivals a second on a manual clock. */
class HangTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1000 * MILLI;
  private static final LoadPlan PLAN =
      new Plans()
          .get("/")
          .script(new Op.Send(0), new Op.Settle())
          .phase(new ArrivalModel.ConstantRate(100, Duration.ofSeconds(60), Spacing.UNIFORM, 1000))
          .build();

  private final CellRun run = new CellRun(PLAN, Shard.WHOLE, _ -> Reply.of(200, MILLI));

  private CellRun hang(long from, long to) {
    boolean[] stalled = {false};
    run.wire.beforePoll(
        () -> {
          if (!stalled[0] && run.clock.nanos() >= from) {
            stalled[0] = true;
            run.clock.advanceTo(to);
          }
        });
    return run.run();
  }

  private Health health(int interval) {
    return run.intervals.get(interval).health();
  }

  @Test
  void twoSecondsLeaveTwoHundredLateTicks() {
    hang(10 * SECOND, 12 * SECOND);
    Histogram delay = run.total().health().loopDelay();
    long late = delay.getTotalCount() - delay.getCountBetweenValues(0, 5_000);
    assertNear(200, late, 1);
    assertNear(2_000_000, delay.getMaxValue(), 12_000);
    assertNear(100, delay.getCountBetweenValues(1_000_000, 3_000_000), 1);
    assertNear(6000, delay.getTotalCount(), 1, "every tick of the minute counts once");
  }

  @Test
  void lateTicksAreInTheIntervalInWhichTheyWereDue() {
    hang(10 * SECOND, 12 * SECOND);
    for (int i = 10; i < 12; i++) {
      Histogram delay = health(i).loopDelay();
      assertNear(100, delay.getTotalCount(), 1);
      assertNear((12 - i) * 1_000_000L, delay.getMaxValue(), 12_000);
      long least = (11 - i) * 1_000_000L;
      assertNear(100, delay.getCountBetweenValues(least, 2 * least + 1_000_000), 1, "in " + i);
    }
    assertTrue(health(13).loopDelay().getMaxValue() < 1000);
  }

  @Test
  void whatWasDueIsPlannedThoughNobodyTookItUp() {
    hang(10 * SECOND, 12_500 * MILLI);
    for (int i = 0; i < 60; i++) {
      assertEquals(100, health(i).get(Counter.PLANNED), "planned in " + i);
      long offered = i == 10 || i == 11 ? 0 : i == 12 ? 300 : 100;
      assertNear(offered, health(i).get(Counter.OFFERED), 1, "offered in " + i);
    }
    assertEquals(6000, run.count(Counter.OFFERED), "late, but offered");
    assertNear(2_500_000, run.total().health().lag().getMaxValue(), 20_000);
  }

  @Test
  void whatWasDueWhenTheRunWasStoppedIsPlanned() {
    boolean[] stalled = {false};
    run.wire.beforePoll(
        () -> {
          if (!stalled[0] && run.clock.nanos() >= 10 * SECOND) {
            stalled[0] = true;
            run.clock.advanceTo(13_500 * MILLI);
            run.stop.stop(RunEnd.Reason.STOPPED, "enough");
          }
        });
    run.run();
    assertNear(1350, run.count(Counter.PLANNED), 1);
    assertNear(1000, run.count(Counter.OFFERED), 1);
  }

  @Test
  void theTurnThatHungIsTheLongestOfItsInterval() {
    hang(10 * SECOND, 11_500 * MILLI);
    Histogram turns = run.total().health().longestTurn();
    assertEquals(run.intervals.size(), turns.getTotalCount(), "one value an interval");
    assertNear(1_500_000, turns.getMaxValue(), 12_000);
    assertEquals(1, turns.getCountBetweenValues(1_000_000, 2_000_000));
    assertNear(1_500_000, health(10).longestTurn().getMaxValue(), 12_000);
  }

  @Test
  void anAnswerMayHaveLainAsLongAsTheTurnThatHandledIt() {
    hang(10_005 * MILLI, 11_505 * MILLI);
    long events = 0;
    for (Interval interval : run.intervals) {
      Histogram lain = interval.health().receiveUncertainty();
      events += lain.getTotalCount();
      long most = interval.number() == 10 ? 1_500_000 : 0;
      assertNear(most, lain.getMaxValue(), 12_000);
    }
    assertEquals(6000, events);
  }
}
