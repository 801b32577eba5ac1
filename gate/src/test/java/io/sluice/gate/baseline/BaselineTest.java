package io.sluice.gate.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.compare.Fingerprint;
import io.sluice.gate.stats.Bounds;
import io.sluice.gate.stats.DesignEffect;
import io.sluice.model.run.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Fingerprint FINGERPRINT =
      new Fingerprint("shop", List.of("main: uniform arrivals at 100/s"), List.of("browse"));

  /** Times of 1 ms, 2 ms, … n ms. */
  private static SeriesTotal upTo(int n, double factor, double effect) {
    Histogram times = Times.fresh();
    for (int i = 1; i <= n; i++) {
      Times.record(times, Math.round(i * factor * 1e6));
    }
    return total(times, 0, effect);
  }

  private static SeriesTotal total(Histogram times, long failed, double effect) {
    return new SeriesTotal(
        times,
        failed,
        LevelEffect.LEVELS.stream()
            .map(q -> new LevelEffect(q, new DesignEffect(effect, 1000, 1)))
            .toList());
  }

  private static Baseline of(SeriesTotal... totals) {
    return new Baseline(
        FINGERPRINT,
        Arrays.stream(totals)
            .map(
                total ->
                    new BaselineRun(
                        Instant.parse("2026-01-01T00:00:00Z"), "d", total, Map.of("browse", total)))
            .toList());
  }

  @Test
  void standardErrorIsThatOfTheOrderStatistics() {
    // p50 of 1..10000: ranks 5000 ± 98 of 10000, so ln(5098 / 4902) / 3.92
    QuantileEstimate median = upTo(10_000, 1, 1).quantile(0.5);
    assertEquals(Math.log(5000e6), median.log(), 0.001);
    assertEquals(Math.log(5098.0 / 4902) / 3.92, median.standardError(), 0.0005);
    // a quarter of the samples: twice the error
    assertEquals(
        2 * median.standardError(), upTo(10_000, 1, 4).quantile(0.5).standardError(), 0.001);
  }

  @Test
  void tooFewRequestsBoundNothing() {
    assertTrue(Double.isInfinite(upTo(300, 1, 1).quantile(0.99).standardError()));
    assertTrue(Double.isNaN(upTo(0, 1, 1).quantile(0.5).log()));
    SeriesTotal unknown = new SeriesTotal(upTo(1000, 1, 1).times(), 0, List.of());
    assertTrue(Double.isInfinite(unknown.quantile(0.5).standardError()));
  }

  @Test
  void failedRequestsAreSlowerThanAny() {
    SeriesTotal total = total(upTo(900, 1, 1).times(), 100, 1);
    assertEquals(Math.log(500e6), total.quantile(0.5).log(), 0.002);
    assertEquals(Double.POSITIVE_INFINITY, total.quantile(0.95).log());
    assertEquals(
        Double.POSITIVE_INFINITY,
        of(upTo(10_000, 1, 1)).change("", 0.95, total.quantile(0.95)).estimate());
  }

  @Test
  void oneRunIsHeldAgainstByBothWithinErrors() {
    QuantileEstimate now = upTo(10_000, 1.1, 1).quantile(0.5);
    RelativeChange change = of(upTo(10_000, 1, 1)).change("browse", 0.5, now);
    assertEquals(0.1, change.estimate(), 0.002);
    double error = Math.sqrt(2) * now.standardError();
    Bounds bounds = change.bounds(0.025);
    assertEquals(1.1 * Math.exp(-1.96 * error) - 1, bounds.low(), 0.003);
    assertEquals(1.1 * Math.exp(1.96 * error) - 1, bounds.high(), 0.003);
    assertEquals(0.025, change.pAbove(bounds.low()), 1e-9);
    assertEquals(0.025, change.pBelow(bounds.high()), 1e-9);
    assertTrue(change.pAbove(0.05) < 1e-3);
    assertTrue(change.pAbove(0.2) > 0.99);
    assertFalse(change.knowsSpread());
  }

  @Test
  void threeRunsMakeAPredictionInterval() {
    Baseline baseline = of(upTo(100_000, 0.9, 1), upTo(100_000, 1, 1), upTo(100_000, 1 / 0.9, 1));
    RelativeChange change = baseline.change("", 0.5, upTo(100_000, 1.2, 1).quantile(0.5));
    // s = -ln 0.9, t(0.975; 2) = 4.3027, √(1 + 1/3)
    double half = 4.3027 * -Math.log(0.9) * Math.sqrt(4 / 3.0);
    assertEquals(0.2, change.estimate(), 0.002);
    assertEquals(1.2 * Math.exp(-half) - 1, change.bounds(0.025).low(), 0.005);
    assertEquals(1.2 * Math.exp(half) - 1, change.bounds(0.025).high(), 0.01);
    assertEquals(0.025, change.pAbove(change.bounds(0.025).low()), 1e-6);
  }

  @Test
  void runsThatHappenToBeAlikeAreNoSurerThanEachOfThem() {
    SeriesTotal same = upTo(1000, 1, 1);
    RelativeChange change = of(same, same, same).change("", 0.5, same.quantile(0.5));
    double within = Math.sqrt(4 / 3.0) * same.quantile(0.5).standardError();
    assertEquals(0, change.estimate());
    assertEquals(Math.expm1(1.96 * within), change.bounds(0.025).high(), 0.001);
    assertEquals(0.5, change.pAbove(0), 1e-12);
  }

  @Test
  void runsThatDifferByFourPercentAlarmAtTheNominalRate() {
    SplittableRandom random = new SplittableRandom(5);
    int alarms = 0;
    for (int i = 0; i < 400; i++) {
      List<Double> logs = new ArrayList<>();
      for (int run = 0; run < 6; run++) {
        logs.add(0.04 * random.nextGaussian() + 0.01 * random.nextGaussian());
      }
      double mean = logs.subList(0, 5).stream().mapToDouble(x -> x).average().orElseThrow();
      double squares = 0;
      for (double x : logs.subList(0, 5)) {
        squares += (x - mean) * (x - mean);
      }
      RelativeChange change =
          new RelativeChange(
              logs.get(5) - mean, 0.01 * Math.sqrt(1.2), Math.sqrt(squares / 4 * 1.2), 5);
      Bounds bounds = change.bounds(0.025);
      alarms += bounds.low() > 0 || bounds.high() < 0 ? 1 : 0;
    }
    // 5 % of 400 are 20, with a standard error of 4.4
    assertEquals(20, alarms, 13);
  }

  @Test
  void aRequestThatItDoesNotKnowIsRefused() {
    Baseline baseline = of(upTo(10, 1, 1));
    assertTrue(baseline.has("browse"));
    assertTrue(baseline.has(""));
    assertFalse(baseline.has("pay"));
    assertThrows(IllegalArgumentException.class, () -> baseline.quantile("pay", 0.5));
    assertThrows(IllegalArgumentException.class, () -> new Baseline(FINGERPRINT, List.of()));
    assertThrows(IllegalArgumentException.class, () -> Baseline.of(List.of()));
  }
}
