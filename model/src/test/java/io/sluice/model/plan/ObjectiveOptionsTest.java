package io.sluice.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.Objective.Severity;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an objective may say beside its statistic and its number. */
class ObjectiveOptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 < 2s                | FAIL | 0",
        "'p95 < 2s, warn'        | WARN | 0",
        "'p95 < 2s , min 500'    | FAIL | 500",
        "'p95 < 2s,warn,min 7'   | WARN | 7",
        "'p95 < 2s, min 7, warn' | WARN | 7",
        "'p95 < baseline, warn'  | WARN | 0",
      })
  void options(String text, Severity severity, long minSamples) {
    Objective objective = Objective.parse(text);

    assertEquals(severity, objective.severity());
    assertEquals(minSamples, objective.minSamples());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 <= baseline               | 1    | 0     | baseline",
        "p95 <= baseline + 5%          | 1.05 | 0     | baseline + 5%",
        "p95 <= baseline+50ms          | 1    | 5e7   | baseline + 50ms",
        "p95 <= baseline - 10%         | 0.9  | 0     | baseline - 10%",
        "error_rate < baseline + 0.5%  | 1    | 0.005 | baseline + 0.5%",
        "throughput >= baseline - 2/s  | 1    | -2    | baseline - 2/s",
        "throughput >= baseline - 7%   | 0.93 | 0     | baseline - 7%",
        "apdex(1s) >= baseline - 0.05  | 1    | -0.05 | baseline - 0.05",
        "bytes_sent > baseline - 1KB/s | 1    | -1024 | baseline - 1KB/s",
      })
  void baselines(String text, double factor, double offset, String shown) {
    Objective objective = Objective.parse(text);

    assertEquals(new Threshold.OfBaseline(factor, offset), objective.bound());
    assertEquals(shown, objective.thresholdText());
    assertTrue(Double.isNaN(objective.threshold()));
    assertEquals(7, objective.against(7).threshold());
    assertEquals(text, objective.against(7).expression());
  }

  @Test
  void thresholdsAreNotNegative() {
    for (double value : new double[] {-1, Double.NaN}) {
      var e = assertThrows(IllegalArgumentException.class, () -> new Threshold.Fixed(value));
      assertEquals("a threshold must be >= 0", e.getMessage());
    }
    var e = assertThrows(IllegalArgumentException.class, () -> new Threshold.OfBaseline(-0.1, 0));
    assertEquals("a baseline's margin must leave it at 0 or more", e.getMessage());
  }

  @Test
  void minSamplesAreNotNegative() {
    Objective objective = Objective.parse("p95 < 2s");
    var e = assertThrows(IllegalArgumentException.class, () -> objective.withMinSamples(-1));
    assertEquals("a number of samples must be >= 0, was -1", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 < 1s                          | ''",
        "p95{last:5m} < 1s                 | {last:5m}",
        "p95{ worst : 1m } < 1s            | {worst:1m}",
        "p95{worst:90s,endpoint:auth} < 1s | {endpoint:auth,worst:1m 30s}",
      })
  void selectionsAreWritten(String text, String selection) {
    assertEquals(selection, Objective.parse(text).selection().toString());
  }

  @Test
  void spans() {
    Duration minute = Duration.ofMinutes(1);
    assertEquals(
        new Selection(Map.of(), new Span.Last(minute)),
        Objective.parse("p95{last:1m} < 1s").selection());
    assertEquals(
        new Selection(Map.of("request", "pay"), new Span.Worst(minute)),
        Objective.parse("p95{worst:60s,request:pay} < 1s").selection());
  }

  @Test
  void whatHasNoGoalMayBeAskedBothWays() {
    assertEquals(Comparison.GT, Objective.parse("count(orders) > 5").comparison());
    assertEquals(Comparison.LT, Objective.parse("count(orders) < 5").comparison());
    assertEquals("1.5MB/s", Objective.parse("bytes_sent > 1B/s").format(1.5 * 1024 * 1024));
    assertEquals("14.4", Objective.parse("burn_rate(99.9%) < 14.4").thresholdText());
  }

  @Test
  void abortRules() {
    assertEquals(new AbortRule(AbortRule.When.NEVER, Duration.ZERO), AbortRule.NEVER);
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new AbortRule(AbortRule.When.CERTAIN, Duration.ofSeconds(-1)));
    assertEquals("a grace period must be >= 0, was -1s", e.getMessage());
  }
}
