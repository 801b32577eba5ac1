package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.Status.FAIL;
import static io.sluice.gate.Status.INCONCLUSIVE;
import static io.sluice.gate.Status.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.stats.ClopperPearson;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileEstimatorTest {
  /** Spreads n requests evenly over the 30 measured seconds. */
  private static FakeRun spread(FakeRun run, int n, double millis) {
    for (int i = 0; i < n; i++) {
      run.second(FakeRun.FROM + i % 30, s -> s.ok(BROWSE, 1, millis));
    }
    return run;
  }

  @Test
  void theEstimateIsTheNearestRankAtItsBucketsUpperEdge() {
    FakeRun run = new FakeRun("p95 < 2s");
    for (int i = 1; i <= 100; i++) {
      double millis = 100 * i;
      run.second(FakeRun.FROM + i % 30, s -> s.ok(BROWSE, 1, millis));
    }
    Histogram histogram = new Histogram(3);

    ObjectiveResult result = run.first();

    assertEquals(histogram.highestEquivalentValue(9_500_000) * 1000.0, result.estimate());
    // the 90th of 100, or an earlier one as the samples are worth less
    assertTrue(result.low() <= histogram.lowestEquivalentValue(9_000_000) * 1000.0);
    assertTrue(result.low() > 7e9, () -> "" + result.low());
    assertEquals(100, result.samples());
    assertTrue(result.effectiveSamples() <= 100, () -> "" + result.effectiveSamples());
  }

  @ParameterizedTest
  @CsvSource({"78, true", "79, false"}) // 72 independent ones, as seen by 30 slices
  void theUpperEndExistsFromSeventyTwoSamplesOn(int samples, boolean infinite) {
    ObjectiveResult result = spread(new FakeRun("p95 < 2s"), samples, 100).first();

    assertEquals(infinite, Double.isInfinite(result.high()), "" + result.effectiveSamples());
    assertEquals(INCONCLUSIVE, result.status());
  }

  @ParameterizedTest
  @CsvSource({"217, INCONCLUSIVE", "218, PASS"}) // 200 independent ones
  void aPassTakesTenExpectedBeyondTheQuantile(int samples, Status expected) {
    ObjectiveResult result = spread(new FakeRun("p95 < 2s"), samples, 100).first();

    assertEquals(expected, result.status(), result.reason() + result.effectiveSamples());
  }

  @Test
  void aSlowSecondIsSlowForEveryone() {
    FakeRun even =
        new FakeRun("p95 < 300ms").measured(s -> s.ok(BROWSE, 196, 100).ok(BROWSE, 4, 400));
    FakeRun bunched = new FakeRun("p95 < 300ms").measured(s -> s.ok(BROWSE, 196, 100));
    for (int i = 0; i < 120; i++) {
      bunched.second(FakeRun.FROM + 10, s -> s.ok(BROWSE, 1, 400));
    }

    assertEquals(PASS, even.first().status());
    assertEquals(INCONCLUSIVE, bunched.first().status());
    assertEquals(6000, even.first().samples());
    assertTrue(even.first().effectiveSamples() > 5000);
    assertEquals(6000, bunched.first().samples());
    assertTrue(bunched.first().effectiveSamples() < 100, () -> bunched.first().reason());
    assertTrue(bunched.first().observed());
  }

  @Test
  void slowStretchesThatLastLongDecideOnlyWhatIsFarAway() {
    // slow for 5 s in every 10: too few such stretches in 30 s to know how often they come
    FakeRun run = new FakeRun("p90 < 150ms", "p90 < 1s").measured(s -> {});
    for (int second = FakeRun.FROM; second < FakeRun.TO; second++) {
      int slow = second / 5 % 2 == 0 ? 700 : 300;
      run.second(second, s -> s.ok(BROWSE, 10_000 - slow, 80).ok(BROWSE, slow, 200));
    }
    Verdict verdict = run.judge();

    ObjectiveResult near = verdict.objectives().get(0);
    assertEquals(INCONCLUSIVE, near.status(), near.reason());
    assertFalse(near.longEnough());
    assertTrue(
        near.reason()
            .contains("within the limit of 150ms, but not by far; slow stretches last about 4.6s"),
        near.reason());
    assertTrue(near.reason().endsWith("at this rate would settle it"), near.reason());
    assertEquals(PASS, verdict.objectives().get(1).status(), verdict.objectives().get(1).reason());
  }

  @Test
  void tooFewSlicesDecideNothing() {
    FakeRun run = new FakeRun("p95 < 2s");
    for (int second = FakeRun.FROM; second < FakeRun.FROM + 14; second++) {
      run.second(second, s -> s.ok(BROWSE, 500, 3000));
    }

    assertEquals(INCONCLUSIVE, run.first().status());
    assertEquals(
        "p95 is 3s, but it was seen for too short a time: at least 15 slices of 1s with requests"
            + " are needed",
        run.first().reason());
  }

  @Test
  void tooFewSamplesSayHowManyAndWhen() {
    ObjectiveResult result = new FakeRun("p95 < 2s").measured(s -> s.ok(BROWSE, 5, 100)).first();

    assertTrue(
        result
            .reason()
            .endsWith(
                ", but 137 requests of at least 200 independent ones are too few to judge it; about"
                    + " 14 more seconds at this rate would settle it"),
        result.reason());
  }

  @ParameterizedTest
  @CsvSource({
    // the threshold's own bucket is on the good side, the next one is not
    "p95 <= 100ms, 100.000, PASS",
    "p95 <  100ms, 100.000, PASS",
    "p95 <  100ms, 100.031, PASS",
    "p95 <  100ms, 100.032, FAIL",
    "p95 <= 100ms, 100.032, FAIL",
    // below 2 ms every microsecond has its bucket; times are rounded up
    "p95 <  1ms,     1.000, PASS",
    "p95 <  1ms,   0.99999, PASS",
    "p95 <  1ms,   1.00001, FAIL",
    // a threshold between two microseconds
    "p95 < 1500ns, 0.00150, PASS",
    "p95 < 1500ns, 0.00200, PASS",
    "p95 < 1500ns, 0.00201, FAIL",
    // an hour is the largest time told apart
    "p95 < 1h,   3600000, PASS",
    "p95 < 2h,   5400000, FAIL",
    "p95 < 2h,   3000000, PASS",
  })
  void edgesOfBuckets(String objective, double millis, Status expected) {
    FakeRun run = new FakeRun(objective).measured(s -> s.ok(BROWSE, 10, millis));

    if (millis < 1000) { // longer ones cannot have been intended in as many slices
      assertEquals(expected, run.first().status());
    }
    Gate point = Gate.of(0.95, Verdict.Statistics.POINT);
    // at two hours the recorded hour is all there is, and counts as above
    assertEquals(expected, point.judge(run.result()).status());
  }

  @Test
  void failedRequestsStandAtInfinity() {
    ObjectiveResult result =
        new FakeRun("p95 < 2s").measured(s -> s.ok(BROWSE, 96, 100).failed(BROWSE, 4)).first();

    assertEquals(3000, result.samples());
    assertEquals(PASS, result.status(), result.reason());
    assertEquals(100, result.estimate() / 1e6, 0.1);

    ObjectiveResult open =
        new FakeRun("p95 < 2s").measured(s -> s.ok(BROWSE, 949, 100).failed(BROWSE, 51)).first();
    assertEquals(Double.POSITIVE_INFINITY, open.estimate());
    assertEquals(INCONCLUSIVE, open.status());
    assertTrue(
        open.reason()
            .startsWith(
                "5.1% of the requests failed; with those over 2s that is 5.1% (4.84% to 5.37%"),
        open.reason());
    assertTrue(
        open.reason().endsWith("undecidable at reasonable length: the margin is the finding"),
        open.reason());
  }

  @Test
  void anAnswerThatWasMerelyLateIsJudgedByItsTime() {
    ObjectiveResult withinLimit =
        new FakeRun("p95 < 2s").measured(s -> s.ok(BROWSE, 80, 100).late(BROWSE, 20, 1500)).first();
    assertEquals(PASS, withinLimit.status(), withinLimit.reason());
    assertEquals(1500, withinLimit.estimate() / 1e6, 1.5);
    assertEquals(3000, withinLimit.samples());

    ObjectiveResult over =
        new FakeRun("p95 < 2s").measured(s -> s.ok(BROWSE, 80, 100).late(BROWSE, 20, 2500)).first();
    assertEquals(FAIL, over.status(), over.reason());
    assertEquals(2500, over.estimate() / 1e6, 2.5);
  }

  @Test
  void anAbortedRequestCountsOnceItIsOverdue() {
    FakeRun young =
        new FakeRun("p95 < 2s", "error_rate < 5%")
            .measured(s -> s.ok(BROWSE, 20, 100).aborted(BROWSE, 20, 1500));
    assertEquals(PASS, young.judge().status());
    assertEquals(600, young.first().samples());

    FakeRun overdue =
        new FakeRun("p95 < 2s", "error_rate < 5%")
            .measured(s -> s.ok(BROWSE, 18, 100).aborted(BROWSE, 2, 2500));
    assertEquals(FAIL, overdue.first().status());
    assertEquals(600, overdue.first().samples());
    assertTrue(
        overdue
            .first()
            .reason()
            .startsWith(
                "10% of the requests were cut by the end of the run when overdue; with those over"
                    + " 2s that is 10% (7.62% to 12.81%"),
        overdue.first().reason());
    assertEquals(PASS, overdue.judge().objectives().getLast().status());
    assertEquals(540, overdue.judge().objectives().getLast().samples());
  }

  @Test
  void theDecisionIsThatOfTheShownInterval() {
    // whatever the number of slow requests, PASS and FAIL are where the interval lies
    for (int slow = 0; slow <= 120; slow++) {
      FakeRun run = new FakeRun("p95 < 2s");
      for (int i = 0; i < 600; i++) {
        double millis = i % 600 < slow ? 3000 : 100;
        run.second(FakeRun.FROM + i % 30, s -> s.ok(BROWSE, 1, millis));
      }
      ObjectiveResult result = run.first();
      double edge = 2.001e9;
      Status shown = result.high() <= edge ? PASS : result.low() > edge ? FAIL : INCONCLUSIVE;
      assertEquals(shown, result.status(), slow + " slow: " + result.reason());
      double worth = result.effectiveSamples();
      double upper = ClopperPearson.upper(slow * worth / 600, worth, 0.025);
      assertEquals(upper <= 0.05, result.status() == PASS, slow + " slow");
    }
  }

  @Test
  void onlyMeasuredWindowsCountUnlessAWindowIsNamed() {
    FakeRun run =
        new FakeRun("p95 < 2s", "p95{window:warmup} < 2s")
            .second(
                2,
                s ->
                    s.ended(
                        FakeRun.WARMUP, BROWSE, io.sluice.model.run.Outcome.OK, 300, 5000, 5000))
            .measured(s -> s.ok(BROWSE, 10, 100));

    assertEquals(PASS, run.first().status());
    assertEquals(300, run.first().samples());
    // five seconds are too short to decide
    assertEquals(300, run.judge().objectives().getLast().samples());
    assertFalse(run.judge().objectives().getLast().observed());
  }
}
