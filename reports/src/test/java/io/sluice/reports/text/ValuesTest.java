package io.sluice.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.model.plan.Objective;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
  @ParameterizedTest
  @CsvSource({
    "p95 < 500ms, 412e6, 371e6, 466e6, 412ms, 371ms–466ms, < 500ms",
    "p95 < 500ms, NaN, NaN, NaN, –, –, < 500ms",
    "p95 < 500ms, Infinity, 80e6, Infinity, ∞, 80ms–∞, < 500ms",
    "p95 < 500ms, 412e6, 371e6, NaN, 412ms, 371ms–?, < 500ms",
    "error_rate < 5%, 0.0139, 0.0077, 0.0249, 1.39%, 0.77%–2.49%, < 5%",
    "throughput >= 1000/min, 20, 19, 21, '1,200/min', '1,140/min–1,260/min', '>= 1,000/min'"
  })
  void objectivesAreWrittenInTheirUnit(
      String expression,
      double estimate,
      double low,
      double high,
      String written,
      String interval,
      String threshold) {
    ObjectiveResult result =
        new ObjectiveResult(
            Objective.parse(expression), estimate, low, high, 1, 1, true, true, Status.PASS, "");
    assertEquals(written, Values.estimate(result));
    assertEquals(interval, Values.interval(result));
    assertEquals(threshold, Values.threshold(result));
  }

  @ParameterizedTest
  @CsvSource({"0,0:00", "-1,0:00", "59.9,0:59", "60,1:00", "3599,59:59", "3600,1:00:00"})
  void timeIsWrittenAsAClock(double seconds, String expected) {
    assertEquals(expected, Values.clock(seconds));
  }

  @ParameterizedTest
  @CsvSource({"NaN,–", "0.337,337µs", "17.9,17.9ms", "2000,2s"})
  void millisecondsAreWrittenInAUnitThatFits(double millis, String expected) {
    assertEquals(expected, Values.millis(millis));
  }
}
