package io.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.door.CutException;
import io.sluice.engine.door.Door;
import io.sluice.engine.door.Guest;
import io.sluice.engine.door.GuestCode;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.RampingUsers;
import io.sluice.model.plan.ArrivalModel.UserStage;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users that are code when their number falls, or does not suffice. */
@Timeout(60)
class CodeRampTest extends CodeRun {
  private static final long MILLI = 1_000_000;

  /** Iterations that sleep; when each was cut, and how many came to their end. */
  private static final class Sleepers implements GuestCode {
    private final long sleep;
    private final long graceMillis;
    final List<Long> cutAt = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger ended = new AtomicInteger();
    final AtomicInteger dropped = new AtomicInteger();

    Sleepers(long sleepMillis, long graceMillis) {
      sleep = sleepMillis * MILLI;
      this.graceMillis = graceMillis;
    }

    @Override
    public Guest guest(Door door) {
      return new Guest() {
        @Override
        public void iterate() {
          try {
            door.sleep(sleep);
            ended.incrementAndGet();
          } catch (CutException e) {
            cutAt.add(door.now() / MILLI);
            throw e;
          }
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public long rampDownNanos(int phase) {
      return graceMillis * MILLI;
    }

    @Override
    public void dropped(int phase) {
      assertEquals(0, phase);
      dropped.incrementAndGet();
    }
  }

  private LoadPlan ramp(int start, Duration grace, UserStage... stages) {
    return plan(new RampingUsers(start, List.of(stages)), grace);
  }

  private static UserStage stage(int millis, int target) {
    return new UserStage(Duration.ofMillis(millis), target);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whoIsNotWantedAnyMoreIsCutAfterItsTime(int cells) {
    Sleepers sleepers = new Sleepers(10_000, 300);
    Interval total =
        run(
            ramp(4, Duration.ofSeconds(5), stage(100, 4), stage(0, 1), stage(900, 1), stage(0, 0)),
            cells,
            sleepers,
            new StopSignal());

    List<Long> cuts = sleepers.cutAt.stream().sorted().toList();
    assertEquals(4, cuts.size(), cuts::toString);
    assertTrue(cuts.get(0) >= 395 && cuts.get(2) < 900, cuts::toString);
    assertTrue(cuts.get(3) >= 1295 && cuts.get(3) < 4000, cuts::toString);
    assertEquals(4, total.health().get(Counter.INTERRUPTED));
    assertEquals(0, total.health().get(Counter.ITERATIONS));
  }

  @Test
  void withoutAnyTimeItIsCutAtOnce() {
    Sleepers sleepers = new Sleepers(10_000, 0);
    run(
        ramp(3, Duration.ZERO, stage(200, 3), stage(0, 0), stage(800, 0)),
        1,
        sleepers,
        new StopSignal());
    assertEquals(3, sleepers.cutAt.size());
    assertTrue(sleepers.cutAt.stream().allMatch(at -> at < 700), sleepers.cutAt::toString);
  }

  @Test
  void whoIsWantedAgainGoesOn() {
    Sleepers sleepers = new Sleepers(900, 500);
    Interval total =
        run(
            ramp(
                2,
                Duration.ofSeconds(2),
                stage(100, 2),
                stage(0, 1),
                stage(200, 1),
                stage(0, 2),
                stage(400, 2)),
            1,
            sleepers,
            new StopSignal());
    assertEquals(List.of(), sleepers.cutAt);
    assertEquals(2, sleepers.ended.get());
    assertEquals(2, total.health().get(Counter.ITERATIONS));
  }

  @Test
  void whoWasCutIsReplacedWhenTheNumberRises() {
    Sleepers sleepers = new Sleepers(450, 50);
    Interval total =
        run(
            ramp(
                2,
                Duration.ofSeconds(2),
                stage(100, 2),
                stage(0, 0),
                stage(300, 0),
                stage(0, 2),
                stage(200, 2)),
            1,
            sleepers,
            new StopSignal());
    assertEquals(2, sleepers.cutAt.size(), sleepers.cutAt::toString);
    assertEquals(2, sleepers.ended.get());
    assertEquals(2, total.health().get(Counter.INTERRUPTED));
    assertEquals(2, total.health().get(Counter.ITERATIONS));
  }

  @Test
  void whoTheLoadEndsWithHasTheWholeGracefulStop() {
    Sleepers sleepers = new Sleepers(700, 100);
    run(
        ramp(2, Duration.ofSeconds(5), stage(200, 2), stage(0, 1), stage(300, 1)),
        1,
        sleepers,
        new StopSignal());
    assertEquals(1, sleepers.cutAt.size(), sleepers.cutAt::toString);
    assertEquals(1, sleepers.ended.get());
  }

  @Test
  void codeIsToldOfArrivalsThatFindNoUser() {
    Sleepers sleepers = new Sleepers(10_000, 0);
    Interval total =
        run(
            plan(
                new ArrivalModel.ConstantRate(
                    50, Duration.ofSeconds(1), ArrivalModel.Spacing.FROM_START, 2),
                Duration.ZERO),
            2,
            sleepers,
            new StopSignal());
    assertEquals(48, sleepers.dropped.get());
    assertEquals(48, total.health().get(Counter.DROPPED));
  }
}
