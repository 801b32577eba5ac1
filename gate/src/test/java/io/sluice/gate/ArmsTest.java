package io.sluice.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.ArrivalModel.Split;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run of two arms: A answers in 10 ms without errors, B in 100 ms with 10 % of them. */
class ArmsTest {
  private static final int SECONDS = 60;
  private static final Duration MINUTE = Duration.ofSeconds(SECONDS);
  private static final ArrivalModel LOAD =
      new ArrivalModel.ConstantRate(200, MINUTE, ArrivalModel.Spacing.POISSON, 1000);

  private static Verdict judge(String... objectives) {
    return Gate.standard().judge(run(objectives));
  }

  private static RunResult run(String... objectives) {
    LoadPlan plan =
        new LoadPlan(
            "shop",
            "",
            1,
            List.of(new Target("http", "blue", 80), new Target("http", "green", 80)),
            List.of(),
            List.of(request(Arm.A), request(Arm.B)),
            List.of(),
            List.of(new MetricSpec("buying", MetricSpec.Kind.TREND)),
            List.of(script(0), script(1)),
            Script.empty("setup"),
            List.of(phase(Arm.A), phase(Arm.B)),
            Stream.of(objectives).map(Objective::parse).toList(),
            Limits.DEFAULT,
            Network.DEFAULT);
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    return new RunResult(
        plan,
        new RunHeader("shop", Instant.EPOCH, plan.digest(), 1, Map.of()),
        new RunEnd(RunEnd.Reason.COMPLETED, "", MINUTE.toNanos()),
        listener -> {
          for (int second = 0; second < SECONDS; second++) {
            listener.onInterval(second(catalog, second));
          }
        });
  }

  private static RequestSpec request(Arm arm) {
    return new RequestSpec(
        "home",
        "",
        Map.of(Arm.TAG, arm.key()),
        "GET",
        arm.ordinal(),
        Template.of("/"),
        List.of(),
        Template.EMPTY,
        Duration.ofSeconds(10),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.KEEP);
  }

  private static Script script(int request) {
    return new Script("shop", 0, List.of(new Op.Send(request), new Op.Settle(), new Op.End()));
  }

  private static Phase phase(Arm arm) {
    return new Phase(
        arm.key(),
        arm.ordinal(),
        new Split(LOAD, arm, 0.5),
        List.of(new Window("steady", Duration.ZERO, MINUTE, Window.Use.MEASURED)),
        Duration.ZERO,
        Duration.ZERO);
  }

  private static Interval second(SeriesCatalog catalog, int number) {
    Interval interval = new Interval(catalog);
    interval.span(number, number * 1_000_000_000L, (number + 1) * 1_000_000_000L);
    interval.health().add(Counter.PLANNED, 200);
    interval.health().add(Counter.OFFERED, 200);
    for (int arm = 0; arm < 2; arm++) {
      int window = catalog.firstWindow(arm);
      long nanos = arm == 0 ? 10_000_000L : 100_000_000L;
      for (int i = 0; i < 100; i++) {
        boolean failed = arm == 1 && i < 10;
        var cell = interval.series(window * 2 + arm);
        cell.start();
        cell.finish(failed ? Outcome.HTTP_ERROR : Outcome.OK, failed ? 500 : 200, nanos, nanos, -1);
        interval.metric(window).time(nanos);
      }
    }
    return interval;
  }

  @ParameterizedTest
  @CsvSource({
    "p80{arm:a} < 50ms, PASS, 10",
    "p80{arm:b} < 50ms, FAIL, 100",
    "mean(buying){arm:a} < 50ms, PASS, 10",
    "mean(buying){arm:b} < 50ms, FAIL, 100",
    "mean(buying){phase:b} < 50ms, FAIL, 100",
    "mean(buying) < 80ms, PASS, 55",
  })
  void anArmIsJudgedByItsOwnFigures(String objective, Status status, double millis) {
    ObjectiveResult result = judge(objective).objectives().getFirst();
    assertEquals(status, result.status(), result.reason());
    assertEquals(millis, result.estimate() / 1e6, millis * 0.002);
  }

  @Test
  void withoutObjectivesBMustHoldTheReleaseGateAtItsShareOfTheLoad() {
    Verdict verdict = judge();
    assertEquals(
        List.of("p95{arm:b} < 2s", "error_rate{arm:b} < 5%", "throughput{arm:b} >= 500/min"),
        verdict.objectives().stream().map(result -> result.objective().expression()).toList());
    assertEquals(Status.FAIL, verdict.objectives().get(1).status(), "10 %, and not the 5 of both");
    assertEquals(0.1, verdict.objectives().get(1).estimate(), 1e-9);
    assertEquals(90, verdict.objectives().get(2).estimate(), 1e-9);
  }

  @Test
  void theNotesSayHowTheLoadWasDividedAndWhoIsJudged() {
    List<String> notes = judge("p95 < 1s").notes();
    assertTrue(
        notes.contains(
            "B: open model, 50% of Poisson arrivals at 200/s, chosen at random, whatever the target"
                + " does."),
        notes::toString);
    assertTrue(
        notes.stream().anyMatch(note -> note.endsWith("names no arm judges B, the release.")),
        notes::toString);
  }

  @Test
  void aRunEndsEarlyByWhatBHasOfTheLoad() {
    RunResult run = run("error_rate{arm:b} < 5%");
    EarlyStop early =
        EarlyStop.of(run.plan().withAbort(new AbortRule(AbortRule.When.CERTAIN, MINUTE)), 0.95);
    List<String> reasons = new ArrayList<>();
    run.intervals().replay(interval -> reasons.add(early.take(interval)));
    // 200/s for 60 s, half of them, and four deviations more
    assertEquals(
        "error_rate{arm:b} < 5% cannot hold any more: 600 requests were bad already, of at most"
            + " 6,310",
        reasons.getLast());
  }
}
