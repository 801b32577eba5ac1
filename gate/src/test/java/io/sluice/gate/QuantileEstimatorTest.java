package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.Status.FAIL;
import static io.sluice.gate.Status.INCONCLUSIVE;
import static io.sluice.gate.Status.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.stats.ClopperPearson;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileEstimatorTest {
  @Test
  void theEstimateIsTheNearestRankAtItsBucketsUpperEdge() {
    FakeRun run = new FakeRun("p95 < 2s");
    for (int i = 1; i <= 100; i++) {
      double millis = 100 * i;
      run.second(5, s -> s.ok(BROWSE, 1, millis));
    }
    Histogram histogram = new Histogram(3);

    ObjectiveResult result = run.first();

    assertEquals(histogram.highestEquivalentValue(9_500_000) * 1000.0, result.estimate());
    // ranks 90 and 100 of 100
    assertEquals(histogram.lowestEquivalentValue(9_000_000) * 1000.0, result.low());
    assertEquals(histogram.highestEquivalentValue(10_000_000) * 1000.0, result.high());
    assertEquals(100, result.samples());
  }

  @ParameterizedTest
  @CsvSource({"71, true", "72, false"})
  void theUpperEndExistsFromSeventyTwoSamplesOn(int samples, boolean infinite) {
    ObjectiveResult result =
        new FakeRun("p95 < 2s").second(5, s -> s.ok(BROWSE, samples, 100)).first();

    assertEquals(infinite, Double.isInfinite(result.high()));
    assertEquals(INCONCLUSIVE, result.status());
  }

  @ParameterizedTest
  @CsvSource({"199, INCONCLUSIVE", "200, PASS"})
  void aPassTakesTenExpectedBeyondTheQuantile(int samples, Status expected) {
    ObjectiveResult result =
        new FakeRun("p95 < 2s").second(5, s -> s.ok(BROWSE, samples, 100)).first();

    assertEquals(expected, result.status(), result.reason());
  }

  @Test
  void tooFewSamplesSayHowManyAndWhen() {
    ObjectiveResult result = new FakeRun("p95 < 2s").measured(s -> s.ok(BROWSE, 5, 100)).first();

    assertTrue(
        result
            .reason()
            .endsWith(
                ", but 150 requests of at least 200 are too few to judge it; about 10 more seconds"
                    + " at this rate would settle it"),
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

    assertEquals(expected, run.first().status());
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
                "5.1% of the requests failed; with those over 2s that is 5.1% (4.85% to 5.35%"),
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
                    + " 2s that is 10% (7.72% to 12.68%"),
        overdue.first().reason());
    assertEquals(PASS, overdue.judge().objectives().getLast().status());
    assertEquals(540, overdue.judge().objectives().getLast().samples());
  }

  @Test
  void theDecisionIsThatOfTheShownInterval() {
    // whatever the number of slow requests, PASS and FAIL are where the interval lies
    for (int slow = 0; slow <= 60; slow++) {
      int n = slow;
      ObjectiveResult result =
          new FakeRun("p95 < 2s")
              .second(5, s -> s.ok(BROWSE, 500 - n, 100).ok(BROWSE, n, 3000))
              .first();
      double edge = 2.001e9;
      Status shown = result.high() <= edge ? PASS : result.low() > edge ? FAIL : INCONCLUSIVE;
      assertEquals(shown, result.status(), n + " slow: " + result.reason());
      double upper = ClopperPearson.upper(slow, 500, 0.025);
      assertEquals(upper <= 0.05, result.status() == PASS);
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
    assertEquals(FAIL, run.judge().objectives().getLast().status());
  }
}
