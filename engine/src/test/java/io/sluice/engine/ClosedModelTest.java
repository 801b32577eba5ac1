package io.sluice.engine;

import static io.sluice.engine.fake.Near.assertNear;
import static io.sluice.engine.fake.Plans.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.FakeWire;
import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.Reply;
import io.sluice.engine.pace.Shard;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedModelTest {
  private static final long MILLI = 1_000_000;

  private static Duration seconds(long n) {
    return Duration.ofSeconds(n);
  }

  private static Op pause(long millis) {
    return new Op.Pause(Duration.ofMillis(millis), Duration.ofMillis(millis));
  }

  private static Plans oneRequest(Op... after) {
    Op[] ops = new Op[2 + after.length];
    ops[0] = new Op.Send(0);
    ops[1] = new Op.Settle();
    System.arraycopy(after, 0, ops, 2, after.length);
    return new Plans().get("/").script(ops);
  }

  private static List<Long> sentAt(CellRun run, int user) {
    Object owner = run.wire.sent().get(user).exchange().owner();
    return run.wire.sent().stream()
        .filter(sent -> sent.exchange().owner().equals(owner))
        .map(FakeWire.Sent::at)
        .toList();
  }

  private static void assertConsistent(CellRun run) {
    assertEquals(run.all().started(), run.all().ended(), "started = sum of the outcomes");
    assertEquals(run.wire.sent().size(), run.all().started());
    long iterations = run.count(Counter.ITERATIONS) + run.count(Counter.INTERRUPTED);
    assertEquals(run.count(Counter.OFFERED), iterations);
    assertEquals(run.count(Counter.PLANNED), run.count(Counter.OFFERED));
  }

  @Test
  void keepsItsUsersBusyAllTheTime() {
    LoadPlan plan = oneRequest().phase(new ArrivalModel.ConstantUsers(7, seconds(10))).build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 10 * MILLI));
    assertEquals(7, run.wire.mostOpen());
    assertEquals(7 * 1000, run.all().started());
    assertEquals(7 * 1000, run.series("main", "/").okResponse().getTotalCount());
    assertNear(10_007, run.all().okResponse().getMaxValue(), 10, "10 ms in microseconds");
    assertConsistent(run);
  }

  @Test
  void theNextRequestIsIntendedWhenTheUserIsReadyAgain() {
    LoadPlan plan =
        oneRequest(pause(25)).phase(new ArrivalModel.ConstantUsers(1, seconds(1))).build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 10 * MILLI));
    List<Long> at = sentAt(run, 0);
    for (int i = 0; i < at.size(); i++) {
      assertEquals(35 * MILLI * i, at.get(i));
    }
    assertEquals(29, at.size(), "the last one at 980 ms");
    assertEquals(0, run.total().health().lag().getMaxValue());
    assertConsistent(run);
  }

  @Test
  void aUserThatIsTakenUpLateKeepsItsIntendedTime() {
    LoadPlan plan =
        oneRequest(pause(25)).phase(new ArrivalModel.ConstantUsers(1, seconds(1))).build();
    CellRun run = new CellRun(plan, Shard.WHOLE, _ -> Reply.of(200, 10 * MILLI));
    boolean[] stalled = {false};
    run.wire.beforePoll(
        () -> {
          if (!stalled[0] && run.clock.nanos() >= 300 * MILLI) {
            stalled[0] = true;
            run.clock.advance(200 * MILLI); // as if the process had been stopped
          }
        });
    run.run();
    assertTrue(run.total().health().lag().getMaxValue() >= 150_000, "the lag shows the stall");
    assertTrue(run.all().okResponse().getMaxValue() >= 150_000, "and so does the response time");
    assertTrue(run.total().health().loopDelay().getMaxValue() >= 150_000);
    assertConsistent(run);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void rampsUpAndDownHoweverManyCellsShareIt(int cells) {
    LoadPlan plan =
        oneRequest()
            .phase(
                new ArrivalModel.RampingUsers(
                    0,
                    List.of(
                        new ArrivalModel.UserStage(seconds(10), 20),
                        new ArrivalModel.UserStage(seconds(5), 20),
                        new ArrivalModel.UserStage(seconds(10), 0))))
            .build();
    long slice = plan.sliceNanos();
    int slices = Math.toIntExact(1000 * MILLI / slice);
    long[] users = new long[26 * slices];
    for (int i = 0; i < cells; i++) {
      CellRun run = new CellRun(plan, new Shard(i, cells), _ -> Reply.of(200, 10 * MILLI)).run();
      assertConsistent(run);
      for (Interval interval : run.intervals) {
        users[interval.number()] += interval.health().get(Counter.USERS);
      }
    }
    for (int second = 1; second < 25; second++) {
      // the most at once in the second that ends here
      int most = second < 10 ? 2 * second : second < 16 ? 20 : 20 - 2 * (second - 16);
      int from = (second - 1) * slices;
      long seen = Arrays.stream(users, from, from + slices).max().orElseThrow();
      assertTrue(Math.abs(seen - most) <= 1, seen + " users until " + second + " s");
    }
  }

  @Test
  void usersOfARampStartWhenTheRampReachesThem() {
    LoadPlan plan =
        oneRequest(pause(60_000))
            .phase(
                new ArrivalModel.RampingUsers(
                    0, List.of(new ArrivalModel.UserStage(seconds(10), 10))))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, MILLI));
    List<Long> at = run.wire.sent().stream().map(FakeWire.Sent::at).toList();
    assertEquals(9, at.size(), "the tenth would come at the very end");
    for (int i = 0; i < at.size(); i++) {
      assertNear((i + 1) * 1000L * MILLI, at.get(i), 1000);
    }
  }

  @Test
  void aUserThatIsWantedAgainBeforeItIsThroughGoesOn() {
    LoadPlan plan =
        oneRequest(pause(1000), new Op.Send(0), new Op.Settle(), pause(1000))
            .phase(
                new ArrivalModel.RampingUsers(
                    4,
                    List.of(
                        new ArrivalModel.UserStage(seconds(2), 4),
                        new ArrivalModel.UserStage(seconds(0), 1),
                        new ArrivalModel.UserStage(Duration.ofMillis(500), 1),
                        new ArrivalModel.UserStage(seconds(0), 4),
                        new ArrivalModel.UserStage(seconds(5), 4))))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, MILLI));
    assertEquals(
        4, run.wire.sent().stream().map(sent -> sent.exchange().owner()).distinct().count());
    assertEquals(4, run.wire.mostOpen());
    assertConsistent(run);
  }

  @Test
  void aUserThatIsWantedLaterStartsAgain() {
    LoadPlan plan =
        oneRequest()
            .phase(
                new ArrivalModel.RampingUsers(
                    3,
                    List.of(
                        new ArrivalModel.UserStage(seconds(1), 3),
                        new ArrivalModel.UserStage(seconds(0), 0),
                        new ArrivalModel.UserStage(seconds(2), 0),
                        new ArrivalModel.UserStage(seconds(0), 2),
                        new ArrivalModel.UserStage(seconds(1), 2))))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 100 * MILLI));
    long quiet =
        run.wire.sent().stream()
            .filter(s -> s.at() > 1100 * MILLI && s.at() < 3000 * MILLI)
            .count();
    assertEquals(0, quiet);
    assertNear(3 * 10 + 2 * 10, run.all().started(), 3);
    List<Long> second = sentAt(run, 1).stream().filter(at -> at > 2000 * MILLI).toList();
    assertEquals(3000 * MILLI, second.getFirst(), "the same user, at the instant of the jump");
    assertConsistent(run);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void runsEachUsersIterationsAndNoMore(int cells) {
    LoadPlan plan =
        oneRequest(pause(5)).phase(new ArrivalModel.Iterations(3, 5, seconds(600))).build();
    long started = 0;
    for (int i = 0; i < cells; i++) {
      CellRun run = new CellRun(plan, new Shard(i, cells), _ -> Reply.of(200, MILLI)).run();
      started += run.all().started();
      assertTrue(run.clock.nanos() < 1_000 * MILLI, "a cell ends when its users are through");
      assertConsistent(run);
    }
    assertEquals(15, started);
  }

  @Test
  void iterationsEndWithTheirTimeLimit() {
    LoadPlan plan = oneRequest().phase(new ArrivalModel.Iterations(1, 1000, seconds(1))).build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 100 * MILLI));
    assertEquals(10, run.all().started());
    assertConsistent(run);
  }

  @Test
  void aScriptThatNeverWaitsLeavesTheCellItsTime() {
    LoadPlan plan =
        new Plans()
            .get("/")
            .script(new Op.Assign(0, new io.sluice.model.plan.Expr.Whole(1)))
            .phase(new ArrivalModel.ConstantUsers(2, seconds(1)))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 0));
    assertNear(2000, run.count(Counter.ITERATIONS), 4, "an iteration takes 1 ms");
    assertConsistent(run);
  }

  @Test
  void aScriptThatTurnsInCirclesLeavesTheCellItsTime() {
    LoadPlan plan =
        new Plans()
            .get("/")
            .grace(Duration.ofMillis(500))
            .script(new Op.Jump(0))
            .phase(new ArrivalModel.ConstantUsers(1, seconds(1)))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 0));
    assertEquals(1, run.count(Counter.INTERRUPTED));
    assertConsistent(run);
  }

  @Test
  void aPhaseStartsAtItsOffset() {
    ArrivalModel model = new ArrivalModel.ConstantUsers(2, seconds(2));
    LoadPlan plan =
        oneRequest()
            .phase(model, seconds(3), window("later", Duration.ZERO, seconds(2), true))
            .build();
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 500 * MILLI));
    assertEquals(3000 * MILLI, run.wire.sent().getFirst().at());
    assertEquals(8, run.series("later", "/").started());
    assertEquals(0, run.intervals.get(1).health().get(Counter.USERS));
    assertConsistent(run);
  }
}
