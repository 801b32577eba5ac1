package io.sluice.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.ArrivalModel.Split;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final ArrivalModel LOAD =
      new ArrivalModel.ConstantRate(100, MINUTE, ArrivalModel.Spacing.POISSON, 1001);

  private static Phase phase(String name, ArrivalModel load) {
    return new Phase(
        name,
        0,
        load,
        List.of(new Window("steady", Duration.ZERO, MINUTE, Window.Use.MEASURED)),
        Duration.ZERO,
        Duration.ZERO);
  }

  private static LoadPlan plan(Phase... phases) {
    return new LoadPlan(
        "test",
        "",
        1,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(Script.empty("journey")),
        Script.empty("setup"),
        List.of(phases),
        List.of(),
        Limits.DEFAULT,
        Network.DEFAULT);
  }

  private static Split part(Arm arm, double share) {
    return new Split(LOAD, arm, share);
  }

  @Test
  void anArmHasItsShareOfTheUsersRoundedUp() {
    assertEquals(501, part(Arm.A, 0.5).maxUsers());
    assertEquals(501, part(Arm.B, 0.5).maxUsers());
    assertEquals(11, part(Arm.B, 0.01).maxUsers());
    assertEquals(LOAD, part(Arm.B, 0.5).whole());
    assertEquals(LOAD, LOAD.whole());
  }

  @ParameterizedTest
  @CsvSource({"0, 0%", "1, 100%", "-0.1, -10%", "NaN, NaN%"})
  void aShareLiesBetweenNothingAndAll(double share, String shown) {
    var refused = assertThrows(IllegalArgumentException.class, () -> part(Arm.B, share));
    assertEquals("B's share must lie between 0% and 100%, was " + shown, refused.getMessage());
  }

  @Test
  void aPartIsNotSplitAgain() {
    Split part = part(Arm.A, 0.5);
    assertThrows(IllegalArgumentException.class, () -> new Split(part, Arm.A, 0.5));
  }

  @Test
  void bothPartsHaveOneStreamAndOthersTheirOwn() {
    LoadPlan plan =
        plan(
            phase("before", LOAD),
            phase("a", part(Arm.A, 0.5)),
            phase("b", part(Arm.B, 0.5)),
            phase("after", LOAD));
    assertEquals(0, plan.stream(0));
    assertEquals(1, plan.stream(1));
    assertEquals(1, plan.stream(2));
    assertEquals(3, plan.stream(3));
  }

  @Test
  void aPartNeedsTheOtherRightBehindIt() {
    Phase a = phase("a", part(Arm.A, 0.5));
    Phase b = phase("b", part(Arm.B, 0.5));
    Phase otherShare = phase("b", part(Arm.B, 0.2));
    Phase plain = phase("plain", LOAD);
    plan(a, b);
    for (Phase[] phases :
        new Phase[][] {{a}, {b}, {b, a}, {a, plain, b}, {a, otherShare}, {plain, b}}) {
      var refused = assertThrows(IllegalArgumentException.class, () -> plan(phases));
      assertEquals(
          "arm A of a load must stand right before its arm B",
          String.valueOf(refused.getMessage()).replaceFirst("phase '[ab]': ", ""));
    }
  }

  @Test
  void objectivesOfAPlanWithoutArmsStayAsTheyAre() {
    List<Objective> objectives = List.of(Objective.parse("p95 < 1s"));
    assertEquals(objectives, ReleaseObjectives.of(plan(phase("p", LOAD)), objectives));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 < 1s | p95{arm:b} < 1s",
        " p95{ request:x } < 1s, warn | p95{arm:b, request:x } < 1s, warn",
        "p95{arm:a} < 1s | p95{arm:a} < 1s",
        "p95{phase:b} < 1s | p95{phase:b} < 1s",
        "p95(buying)<1s | p95(buying){arm:b} <1s",
        "error_rate < 1% | error_rate{arm:b} < 1%",
        "throughput >= 1000/min, min 500 | throughput{arm:b} >= 200/min",
        "throughput{arm:b} >= 10/s | throughput{arm:b} >= 10/s",
        "offered >= 99% | offered >= 99%",
        "p95 < baseline + 5% | p95{arm:b} < baseline + 5%",
      })
  void objectivesThatNameNoArmJudgeB(String written, String judged) {
    LoadPlan plan = plan(phase("a", part(Arm.A, 0.2)), phase("b", part(Arm.B, 0.2)));
    Objective objective = ReleaseObjectives.of(plan, List.of(Objective.parse(written))).getFirst();
    assertEquals(judged, objective.expression());
    assertEquals(Objective.parse(judged).selection(), objective.selection());
    assertEquals(Objective.parse(judged).threshold(), objective.threshold(), 1e-12);
    assertEquals(Objective.parse(written).minSamples(), objective.minSamples());
    assertEquals(
        List.of(objective),
        ReleaseObjectives.of(plan, List.of(objective)),
        "once more changes nothing");
  }
}
