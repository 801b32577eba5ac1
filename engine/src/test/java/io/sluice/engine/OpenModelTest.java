package io.sluice.engine;

import static io.sluice.engine.fake.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.FakeWire;
import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.Reply;
import io.sluice.engine.pace.Shard;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Outcome;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenModelTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1000 * MILLI;

  private static LoadPlan plan(double rate, int seconds, Spacing spacing, int maxUsers) {
    return new Plans()
        .get("/")
        .script(new Op.Send(0), new Op.Settle())
        .phase(new ArrivalModel.ConstantRate(rate, Duration.ofSeconds(seconds), spacing, maxUsers))
        .build();
  }

  private static void assertConsistent(CellRun run) {
    assertEquals(run.all().started(), run.all().ended(), "started = sum of the outcomes");
    assertEquals(
        run.count(Counter.PLANNED), run.count(Counter.OFFERED) + run.count(Counter.DROPPED));
  }

  /** Answers in 1 ms, but stops for the last second of every ten and then answers all at once. */
  private static Reply stalling(FakeWire.Sent sent) {
    long into = sent.at() % (10 * SECOND);
    boolean stalled = into >= 9 * SECOND;
    return Reply.of(200, stalled ? 10 * SECOND - into : MILLI);
  }

  @ParameterizedTest
  @EnumSource(Spacing.class)
  void aStallIsSeenByAllWhoWouldHaveCome(Spacing spacing) {
    CellRun run = CellRun.of(plan(200, 60, spacing, 1000), OpenModelTest::stalling);
    Histogram times = run.series("main", "/").okResponse();
    double tolerance = spacing == Spacing.UNIFORM ? 0.02 : 0.08;
    assertEquals(0.001, times.getValueAtPercentile(50) / 1e6, 0.0001);
    assertEquals(0.5, times.getValueAtPercentile(95) / 1e6, tolerance);
    assertEquals(0.9, times.getValueAtPercentile(99) / 1e6, tolerance);
    assertEquals(1.0, times.getMaxValue() / 1e6, tolerance);
    assertEquals(0, run.count(Counter.DROPPED));
    assertConsistent(run);
  }

  @Test
  void arrivalsComeOnScheduleWhileTheTargetIsSilent() {
    CellRun run = CellRun.of(plan(100, 2, Spacing.UNIFORM, 500), _ -> Reply.never());
    assertEquals(200, run.wire.sent().size());
    for (int k = 0; k < 200; k++) {
      assertEquals(5 * MILLI + k * 10L * MILLI, run.wire.sent().get(k).at());
    }
    assertEquals(200, run.outcomes(Outcome.TIMEOUT));
    assertConsistent(run);
  }

  @Test
  void responseTimeCountsFromTheIntendedStart() {
    CellRun run = new CellRun(plan(10, 3, Spacing.UNIFORM, 50), Shard.WHOLE, _ -> Reply.of(200, 0));
    boolean[] stalled = {false};
    run.wire.beforePoll(
        () -> {
          if (!stalled[0] && run.clock.nanos() >= SECOND) {
            stalled[0] = true;
            run.clock.advanceTo(2 * SECOND); // the generator itself stands still
          }
        });
    run.run();
    assertEquals(30, run.all().started());
    assertNear(955_000, run.all().okResponse().getMaxValue(), 6000);
    assertNear(955_000, run.total().health().lag().getMaxValue(), 6000);
    assertEquals(0, run.all().service().getMaxValue(), "the target answered at once");
    assertConsistent(run);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void arrivalsThatFindNoFreeUserAreDroppedAndCounted(int cells) {
    LoadPlan plan = plan(100, 2, Spacing.UNIFORM, 10);
    long dropped = 0;
    long offered = 0;
    for (int i = 0; i < cells; i++) {
      CellRun run = new CellRun(plan, new Shard(i, cells), _ -> Reply.of(200, 20 * SECOND)).run();
      dropped += run.count(Counter.DROPPED);
      offered += run.count(Counter.OFFERED);
      assertConsistent(run);
    }
    assertEquals(10, offered);
    assertEquals(190, dropped);
  }

  @Test
  void freeUsersAreUsedAgain() {
    CellRun run = CellRun.of(plan(100, 5, Spacing.UNIFORM, 1000), _ -> Reply.of(200, 15 * MILLI));
    long users = run.wire.sent().stream().map(s -> s.exchange().owner()).distinct().count();
    assertEquals(2, users);
    assertEquals(500, run.outcomes(Outcome.OK));
    assertConsistent(run);
  }

  @Test
  void arrivalsOfTheLastMomentAreNotForgottenWhenTheGeneratorStandsStill() {
    CellRun run =
        new CellRun(plan(100, 10, Spacing.UNIFORM, 2000), Shard.WHOLE, _ -> Reply.of(200, MILLI));
    boolean[] stalled = {false};
    run.wire.beforePoll(
        () -> {
          if (!stalled[0] && run.clock.nanos() >= 9 * SECOND) {
            stalled[0] = true;
            run.clock.advanceTo(11 * SECOND);
          }
        });
    run.run();
    assertEquals(1000, run.count(Counter.PLANNED));
    assertEquals(1000, run.all().started());
    assertConsistent(run);
  }

  @ParameterizedTest
  @EnumSource(Spacing.class)
  void aPhaseLastsAsLongAsThePlanSays(Spacing spacing) {
    CellRun run = CellRun.of(plan(0.2, 60, spacing, 10), _ -> Reply.of(200, MILLI));
    assertNear(60 * SECOND, run.clock.nanos(), 10 * MILLI);
    assertConsistent(run);
  }

  @Test
  void cellsShareTheArrivals() {
    LoadPlan plan = plan(50, 4, Spacing.POISSON, 1000);
    List<Long> whole =
        CellRun.of(plan, _ -> Reply.of(200, MILLI)).wire.sent().stream()
            .map(FakeWire.Sent::at)
            .toList();
    List<Long> shared = new java.util.ArrayList<>();
    for (int i = 0; i < 3; i++) {
      CellRun run = new CellRun(plan, new Shard(i, 3), _ -> Reply.of(200, MILLI)).run();
      run.wire.sent().forEach(sent -> shared.add(sent.at()));
    }
    assertEquals(whole, shared.stream().sorted().toList());
    assertTrue(whole.size() > 150, "about 200 arrivals");
  }
}
