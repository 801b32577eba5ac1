package io.sluice.engine;

import static io.sluice.engine.fake.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.Reply;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.run.Interval;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of the length that the plan wants, and what is under way as they end. */
class SliceTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1000 * MILLI;

  private static Plans plan(int seconds) {
    return new Plans()
        .get("/")
        .script(new Op.Send(0), new Op.Settle())
        .phase(
            new ArrivalModel.ConstantRate(10, Duration.ofSeconds(seconds), Spacing.UNIFORM, 500));
  }

  @ParameterizedTest
  @CsvSource({"60, 1000", "30, 500", "12, 200", "5, 100"})
  void intervalsAreAsLongAsThePlanWants(int seconds, long millis) {
    CellRun run = CellRun.of(plan(seconds).build(), _ -> Reply.of(200, MILLI));
    long slice = millis * MILLI;
    int whole = Math.toIntExact(seconds * SECOND / slice);
    for (int i = 0; i < whole; i++) {
      Interval interval = run.intervals.get(i);
      assertEquals(i, interval.number());
      assertEquals(i * slice, interval.fromNanos());
      assertEquals((i + 1) * slice, interval.toNanos());
      long due = ((i + 1) * slice / MILLI + 50) / 100 - (i * slice / MILLI + 50) / 100;
      assertEquals(due, interval.series(0).started(), "in interval " + i);
    }
    assertEquals(10L * seconds, run.all().started());
  }

  @Test
  void whatIsUnderWayAtAnIntervalsEndHasItsAge() {
    LoadPlan plan = plan(60).abortWhenCertain().build();
    CellRun run =
        CellRun.of(
            plan, sent -> sent.at() < SECOND ? Reply.of(200, 1700 * MILLI) : Reply.of(200, MILLI));

    Histogram first = run.intervals.get(0).pendingIfSeen(0);
    assertNotNull(first);
    assertEquals(10, first.getTotalCount(), "sent at 0.05, 0.15, ... 0.95 s");
    assertNear(50_000, first.getMinValue(), 100);
    assertNear(950_000, first.getMaxValue(), 1000);
    Histogram second = run.intervals.get(1).pendingIfSeen(0);
    assertNotNull(second);
    assertEquals(7, second.getTotalCount(), "those sent from 0.35 s on");
    assertNear(1_050_000, second.getMinValue(), 1100);
    assertNull(run.intervals.get(2).pendingIfSeen(0));
  }

  @Test
  void agesAreNotKeptWhereNoRunEndsEarly() {
    CellRun run = CellRun.of(plan(60).build(), _ -> Reply.of(200, 1700 * MILLI));
    for (Interval interval : run.intervals) {
      assertNull(interval.pendingIfSeen(0));
    }
  }
}
