package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.Comparison;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Reduction;
import io.sluice.model.plan.Selection;
import io.sluice.model.plan.Threshold;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.TargetMetrics;
import io.sluice.model.run.TargetMetrics.Point;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetEstimatorTest {
  private static final String QUERY = "max(cpu)";
  private static final double NAN = Double.NaN;

  private static Objective objective(Comparison comparison, double limit, Reduction reduction) {
    return new Objective(
        new Measure.TargetMetric(QUERY, "", reduction),
        Selection.ALL,
        comparison,
        new Threshold.Fixed(limit),
        Objective.Severity.FAIL,
        0,
        "CPU %s %s".formatted(comparison, limit));
  }

  private static final Objective BELOW = objective(Comparison.LT, 0.8, Reduction.MAX);

  private static RunResult run(Objective objective, TargetMetrics.Answer... answers) {
    RunResult run = new FakeRun().measured(s -> s.ok(BROWSE, 100, 20)).result();
    return run.withPlan(run.plan().withObjectives(List.of(objective)))
        .withTarget(new TargetMetrics(List.of(answers)));
  }

  /** A value each second from the run's start to its end, warm-up included. */
  private static TargetMetrics.Series series(DoubleUnaryOperator value) {
    return new TargetMetrics.Series(
        QUERY,
        "",
        1,
        IntStream.rangeClosed(0, FakeRun.TO)
            .mapToObj(second -> new Point(second, value.applyAsDouble(second)))
            .toList());
  }

  private static ObjectiveResult judge(Objective objective, TargetMetrics.Answer... answers) {
    return Gate.standard().judge(run(objective, answers)).objectives().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "LT, 0.8, MAX, 0.7, PASS",
    "LT, 0.8, MAX, 0.81, FAIL",
    "LT, 0.8, MAX, 0.8, FAIL",
    "LT, 0.8, MEAN, 0.81, PASS",
    "LT, 0.8, LAST, 0.81, PASS",
    "GT, 0.6, MIN, 0.9, FAIL",
    "GT, 0.5, MIN, 0.9, FAIL",
    "GT, 0.4, MIN, 0.9, PASS",
  })
  void theMomentsBecomeOneValue(
      Comparison comparison, double limit, Reduction reduction, double once, Status status) {
    var answer = series(second -> second == 20 ? once : 0.5);
    assertEquals(status, judge(objective(comparison, limit, reduction), answer).status());
  }

  @Test
  void theReasonSaysWhatAndWhen() {
    ObjectiveResult bad = judge(BELOW, series(second -> second == 20 ? 0.934 : 0.5));
    assertEquals(
        "CPU: the largest of 31 values is 0.93 after 20s, over the limit of 0.8", bad.reason());
    assertEquals(0.934, bad.estimate());
    assertEquals(31, bad.samples());
    assertTrue(Double.isNaN(bad.low()) && Double.isNaN(bad.high()));
  }

  @Test
  void theWarmUpDoesNotCount() {
    var answer = series(second -> second < FakeRun.FROM ? 1 : 0.5);
    assertEquals(Status.PASS, judge(BELOW, answer).status());
  }

  @Test
  void whatIsNotKnownIsInconclusive() {
    assertInconclusive("no Prometheus server was asked for it");
    assertInconclusive(
        "the server did not answer within 10s",
        new TargetMetrics.Problem(QUERY, "", "the server did not answer within 10s"));
    assertInconclusive(
        "no Prometheus server was asked for it",
        new TargetMetrics.Problem("another query", "", "x"),
        new TargetMetrics.Problem(QUERY, "http://another", "x"));
    assertInconclusive(
        "the server has no values of the measured time: no data is not a pass",
        new TargetMetrics.Series(QUERY, "", 1, List.of(new Point(1, 0.5))));
    assertInconclusive(
        "1 of 31 values of the measured time is no number",
        series(second -> second == 20 ? NAN : 0.5));
    assertInconclusive(
        "2 of 31 values of the measured time are no numbers",
        series(second -> second > 33 ? Double.POSITIVE_INFINITY : 0.5));
    assertInconclusive(
        "the server has values of only 16 of 30 moments of the measured time",
        new TargetMetrics.Series(
            QUERY, "", 1, series(_ -> 0.5).points().stream().skip(20).toList()));
  }

  private static void assertInconclusive(String reason, TargetMetrics.Answer... answers) {
    ObjectiveResult result = judge(BELOW, answers);
    assertEquals(Status.INCONCLUSIVE, result.status());
    assertEquals(reason, result.reason());
  }

  /** A target that was hardly loaded has proven nothing; one that failed has. */
  @Test
  void aCutRunIsNoPass() {
    RunResult cut =
        new FakeRun()
            .measured(s -> s.ok(BROWSE, 100, 20))
            .endsAt(RunEnd.Reason.INTERRUPTED, 20)
            .result();
    var plan = cut.plan().withObjectives(List.of(BELOW));
    var good = cut.withPlan(plan).withTarget(new TargetMetrics(List.of(series(_ -> 0.5))));
    var bad = cut.withPlan(plan).withTarget(new TargetMetrics(List.of(series(_ -> 0.9))));
    assertEquals(Status.INCONCLUSIVE, Gate.standard().judge(good).status());
    assertEquals(Status.FAIL, Gate.standard().judge(bad).status());
  }
}
