package io.sluice.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.Plans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LoadPlanTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration NONE = Duration.ZERO;

  private static Arguments row(String message, Executable code) {
    return Arguments.of(message, code);
  }

  private static Phase phase(List<Window> windows, Duration start, Duration stop) {
    return new Phase("p", 0, new ArrivalModel.ConstantUsers(1, SECOND), windows, start, stop);
  }

  private static Window window(String name, int fromMillis, int toMillis) {
    return new Window(
        name, Duration.ofMillis(fromMillis), Duration.ofMillis(toMillis), Window.Use.MEASURED);
  }

  private static LoadPlan plan(List<Script> scripts, List<Phase> phases) {
    LoadPlan plan = Plans.shop();
    return new LoadPlan(
        plan.name(),
        plan.profile(),
        plan.seed(),
        plan.targets(),
        plan.data(),
        plan.requests(),
        plan.checks(),
        plan.metrics(),
        scripts,
        plan.setup(),
        phases,
        plan.objectives(),
        plan.limits(),
        plan.network());
  }

  static Stream<Arguments> refused() {
    var poisson = ArrivalModel.Spacing.POISSON;
    return Stream.of(
        row("users must be > 0, was 0", () -> new ArrivalModel.ConstantUsers(0, SECOND)),
        row("duration must be > 0, was 0ns", () -> new ArrivalModel.ConstantUsers(1, NONE)),
        row(
            "rate must be > 0, was 0.0/s",
            () -> new ArrivalModel.ConstantRate(0, SECOND, poisson, 1)),
        row(
            "rate must be > 0, was NaN/s",
            () -> new ArrivalModel.ConstantRate(Double.NaN, SECOND, poisson, 1)),
        row(
            "rate must be > 0, was Infinity/s",
            () -> new ArrivalModel.ConstantRate(1 / 0.0, SECOND, poisson, 1)),
        row(
            "max users must be > 0, was -1",
            () -> new ArrivalModel.ConstantRate(1, SECOND, poisson, -1)),
        row("start users must be >= 0, was -1", () -> new ArrivalModel.RampingUsers(-1, List.of())),
        row(
            "the stages' total duration must be > 0, was 0ns",
            () -> new ArrivalModel.RampingUsers(1, List.of())),
        row(
            "the highest number of users must be > 0, was 0",
            () -> new ArrivalModel.RampingUsers(0, List.of(new ArrivalModel.UserStage(SECOND, 0)))),
        row("a stage's users must be >= 0, was -2", () -> new ArrivalModel.UserStage(SECOND, -2)),
        row(
            "a stage's duration must be >= 0, was -1s",
            () -> new ArrivalModel.UserStage(SECOND.negated(), 2)),
        row("a stage's rate must be >= 0, was -1.0", () -> new ArrivalModel.RateStage(SECOND, -1)),
        row(
            "the highest rate must be > 0",
            () ->
                new ArrivalModel.RampingRate(
                    0, List.of(new ArrivalModel.RateStage(SECOND, 0)), poisson, 1)),
        row(
            "start rate must be >= 0, was -1.0/s",
            () -> new ArrivalModel.RampingRate(-1, List.of(), poisson, 1)),
        row("iterations must be > 0, was 0", () -> new ArrivalModel.Iterations(1, 0, SECOND)),
        row("a window must have a name", () -> window(" ", 0, 1)),
        row("window 'w' must end after it starts, was 1s to 1s", () -> window("w", 1000, 1000)),
        row("window 'w' must end after it starts, was -1ms to 1s", () -> window("w", -1, 1000)),
        row(
            "phase 'p': window 'b' must start at 500ms, was 600ms",
            () -> phase(List.of(window("a", 0, 500), window("b", 600, 1000)), NONE, NONE)),
        row(
            "phase 'p': its windows end at 500ms, its load at 1s",
            () -> phase(List.of(window("a", 0, 500)), NONE, NONE)),
        row(
            "phase 'p': its windows end at 0ns, its load at 1s",
            () -> phase(List.of(), NONE, NONE)),
        row(
            "phase 'p': start and graceful stop must be >= 0",
            () -> phase(List.of(window("a", 0, 1000)), SECOND.negated(), NONE)),
        row("a plan must have at least one phase", () -> plan(Plans.shop().scripts(), List.of())),
        row(
            "two phases are named 'main'",
            () ->
                plan(
                    Plans.shop().scripts(),
                    List.of(Plans.shop().phases().getFirst(), Plans.shop().phases().getFirst()))),
        row("phase 'main': script 0 is not one of 0", () -> plan(List.of(), Plans.shop().phases())),
        row(
            "script 'x': request 9 is not one of 2",
            () -> plan(script(new Op.Send(9)), Plans.shop().phases())),
        row(
            "script 'x': check -1 is not one of 2",
            () -> plan(script(new Op.Check(-1)), Plans.shop().phases())),
        row(
            "script 'x': slot 1 is not one of 1",
            () -> plan(script(new Op.Clear(1)), Plans.shop().phases())),
        row(
            "script 'x': metric 2 is not one of 2",
            () -> plan(script(new Op.Count(2, true)), Plans.shop().phases())),
        row(
            "script 'x': metric 2 is not one of 2",
            () -> plan(script(new Op.Add(2, new Expr.Whole(1))), Plans.shop().phases())),
        row(
            "script 'x': metric -1 is not one of 2",
            () -> plan(script(new Op.Gauge(-1, new Expr.Whole(1))), Plans.shop().phases())),
        row("script 'x' must end with End", () -> new Script("x", 0, List.of(new Op.Settle()))),
        row(
            "script 'x' has 2 instructions, a jump goes to 2",
            () -> new Script("x", 0, List.of(new Op.Jump(2), new Op.End()))),
        row(
            "a metric's name must be letters, digits and underscores, was '1x'",
            () -> new MetricSpec("1x", MetricSpec.Kind.RATE)));
  }

  private static List<Script> script(Op op) {
    return List.of(new Script("x", 1, List.of(op, new Op.End())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refuses(String message, Executable code) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
  }

  @Test
  void arrivalModelsKnowTheirSize() {
    var ramp =
        new ArrivalModel.RampingUsers(
            3, List.of(new ArrivalModel.UserStage(SECOND, 9), new ArrivalModel.UserStage(NONE, 1)));
    assertEquals(9, ramp.maxUsers());
    assertEquals(SECOND, ramp.duration());
    assertFalse(ramp.open());
    assertFalse(new ArrivalModel.Iterations(2, 5, SECOND).open());
    assertTrue(new ArrivalModel.ConstantRate(1, SECOND, ArrivalModel.Spacing.UNIFORM, 7).open());
    assertEquals(
        7, new ArrivalModel.ConstantRate(1, SECOND, ArrivalModel.Spacing.UNIFORM, 7).maxUsers());
  }

  @ParameterizedTest
  @CsvSource({
    "100, 50",
    "2999, 50",
    "3000, 100",
    "5999, 100",
    "6000, 200",
    "14999, 200",
    "15000, 500",
    "29999, 500",
    "30000, 1000",
    "3600000, 1000",
  })
  void slicesAreAtLeastThirtyOfTheMeasuredWindow(int measuredMillis, int sliceMillis) {
    var load = new ArrivalModel.ConstantUsers(1, Duration.ofMillis(measuredMillis));
    Phase phase = new Phase("p", 0, load, List.of(window("a", 0, measuredMillis)), NONE, NONE);

    assertEquals(
        sliceMillis * 1_000_000L, plan(Plans.shop().scripts(), List.of(phase)).sliceNanos());
  }

  @Test
  void slicesOfNothingMeasuredAreSeconds() {
    Window warmup = new Window("w", NONE, SECOND, Window.Use.OBSERVED);

    assertEquals(
        1_000_000_000L,
        plan(Plans.shop().scripts(), List.of(phase(List.of(warmup), NONE, NONE))).sliceNanos());
  }

  @Test
  void aPlanCanEndEarly() {
    AbortRule rule = new AbortRule(AbortRule.When.CERTAIN, SECOND);

    assertEquals(AbortRule.NEVER, Plans.shop().abort());
    assertEquals(rule, Plans.shop().withAbort(rule).abort());
    assertEquals(rule, Plans.shop().withAbort(rule).withObjectives(List.of()).abort());
  }

  @Test
  void theDigestIsOfTheLoadAlone() {
    LoadPlan plan = Plans.shop();

    assertEquals(64, plan.digest().length());
    assertEquals(plan.digest(), Plans.shop().digest());
    assertEquals(plan.digest(), plan.withObjectives(List.of(Objective.parse("p95 < 2s"))).digest());
    assertNotEquals(
        plan.digest(),
        plan(List.of(new Script("other", 1, plan.scripts().getFirst().ops())), plan.phases())
            .digest());
  }

  @Test
  void aPlanLastsUntilItsLastPhaseEnds() {
    Phase first = phase(List.of(window("a", 0, 1000)), NONE, SECOND);
    Phase second =
        new Phase("q", 0, first.arrivals(), first.windows(), Duration.ofSeconds(4), NONE);

    assertEquals(
        Duration.ofSeconds(5), plan(Plans.shop().scripts(), List.of(second, first)).duration());
    assertEquals(Map.of("endpoint", "checkout"), Plans.shop().requests().getLast().tags());
  }
}
