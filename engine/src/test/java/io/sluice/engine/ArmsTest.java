package io.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.FakeWire;
import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.Reply;
import io.sluice.engine.pace.Shard;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.ArrivalModel.Split;
import io.sluice.model.plan.Expr;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One load on two targets. */
class ArmsTest {
  private static final long MILLI = 1_000_000;
  private static final int A = 0;
  private static final int B = 1;

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static LoadPlan plan(ArrivalModel load, double share) {
    return new Plans()
        .target(new Target("http", "blue.test", 80))
        .target(new Target("http", "green.test", 80))
        .request(request(Arm.A))
        .request(request(Arm.B))
        .script(new Op.Send(A), new Op.Settle(), new Op.Pause(seconds(1), seconds(1)))
        .phase(new Split(load, Arm.A, share))
        .script(new Op.Send(B), new Op.Settle(), new Op.Pause(seconds(1), seconds(1)))
        .phase(new Split(load, Arm.B, share))
        .build();
  }

  /** Its path is the user's number. */
  private static RequestSpec request(Arm arm) {
    Template path =
        new Template(
            List.of(
                new Template.Literal("/"),
                new Template.Hole(new Expr.UserNumber(), Template.Escape.PATH)));
    return new RequestSpec(
        "home",
        "",
        Map.of(Arm.TAG, arm.key()),
        "GET",
        arm.ordinal(),
        path,
        List.of(),
        Template.EMPTY,
        seconds(10),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.FOLLOW);
  }

  private static ArrivalModel rate(double rate, long seconds, Spacing spacing, int maxUsers) {
    return new ArrivalModel.ConstantRate(rate, seconds(seconds), spacing, maxUsers);
  }

  private static List<FakeWire.Sent> sent(LoadPlan plan, int cells) {
    List<FakeWire.Sent> sent = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      sent.addAll(
          new CellRun(plan, new Shard(i, cells), _ -> Reply.of(200, MILLI)).run().wire.sent());
    }
    return sent;
  }

  private static int count(List<FakeWire.Sent> sent, int target) {
    return (int) sent.stream().filter(s -> s.target() == target).count();
  }

  private static Set<String> users(List<FakeWire.Sent> sent, int target) {
    return sent.stream()
        .filter(s -> s.target() == target)
        .map(s -> s.text().lines().findFirst().orElseThrow())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(Spacing.class)
  void bothTargetsTogetherSeeTheArrivalsThatOneWouldSee(Spacing spacing) {
    ArrivalModel load = rate(200, 20, spacing, 1000);
    LoadPlan whole =
        new Plans()
            .get("/")
            .script(new Op.Send(0), new Op.Settle(), new Op.Pause(seconds(1), seconds(1)))
            .phase(load)
            .build();
    List<FakeWire.Sent> divided = sent(plan(load, 0.5), 2);
    assertEquals(
        sent(whole, 2).stream().map(FakeWire.Sent::at).sorted().toList(),
        divided.stream().map(FakeWire.Sent::at).sorted().toList());
    assertEquals(divided.size() / 2.0, count(divided, B), 3.9 * Math.sqrt(divided.size() / 4.0));
  }

  @Test
  void bothAreSeenInEverySecond() {
    CellRun run =
        CellRun.of(plan(rate(100, 60, Spacing.POISSON, 1000), 0.5), _ -> Reply.of(200, MILLI));
    for (int second = 0; second < 60; second++) {
      for (int arm : new int[] {A, B}) {
        // the series of the phase's one window, before its drain window
        int series = run.catalog.firstWindow(arm) * run.catalog.requestCount() + arm;
        assertTrue(run.intervals.get(second).series(series).started() > 20, second + " s");
      }
    }
  }

  @Test
  void noUserOfOneArmHasANumberOfTheOther() {
    for (ArrivalModel load :
        List.of(
            rate(50, 5, Spacing.POISSON, 1000), new ArrivalModel.ConstantUsers(31, seconds(5)))) {
      List<FakeWire.Sent> sent = sent(plan(load, 0.5), 2);
      Set<String> both = new HashSet<>(users(sent, A));
      both.retainAll(users(sent, B));
      assertEquals(Set.of(), both);
    }
  }

  @Test
  void theFreeUsersAreDividedToo() {
    LoadPlan plan = plan(rate(100, 2, Spacing.UNIFORM, 10), 0.2);
    CellRun run = CellRun.of(plan, _ -> Reply.of(200, 20_000 * MILLI));
    assertEquals(8, count(run.wire.sent(), A));
    assertEquals(2, count(run.wire.sent(), B));
    assertEquals(190, run.count(Counter.DROPPED));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void usersOfARampAreDividedAtEveryHeight(int cells) {
    ArrivalModel ramp =
        new ArrivalModel.RampingUsers(
            0,
            List.of(
                new ArrivalModel.UserStage(seconds(10), 40),
                new ArrivalModel.UserStage(seconds(10), 0)));
    List<FakeWire.Sent> sent = sent(plan(ramp, 0.5), cells);
    assertEquals(20, users(sent, A).size(), 1);
    assertEquals(20, users(sent, B).size(), 1);
    for (int second = 1; second < 19; second++) {
      long from = second * 1000L * MILLI;
      List<FakeWire.Sent> in =
          sent.stream().filter(s -> s.at() >= from && s.at() < from + 1000 * MILLI).toList();
      assertEquals(count(in, A), count(in, B), 3, "second " + second);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void fixedIterationsEndTheRunWhenBothAreThrough(int cells) {
    List<FakeWire.Sent> sent =
        sent(plan(new ArrivalModel.Iterations(6, 4, seconds(600)), 0.5), cells);
    assertEquals(12, count(sent, A));
    assertEquals(12, count(sent, B));
    assertTrue(sent.stream().allMatch(s -> s.at() < 5000 * MILLI), "not after the time limit");
  }

  @Test
  void aFailureSaysWhoseItIs() {
    CellRun run =
        CellRun.of(
            plan(new ArrivalModel.Iterations(2, 1, seconds(60)), 0.5),
            sent -> Reply.of(sent.target() == B ? 500 : 200, MILLI));
    Interval total = run.total();
    assertEquals(
        List.of("home [b]"), total.errors().keySet().stream().map(ErrorKey::request).toList());
  }
}
