package io.sluice.storefront.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The samplers, with fixed seeds: 100,000 draws, so that a median is off by about 0.4 % at most.
 */
final class LatencyTest {
  private static final int DRAWS = 100_000;

  @Test
  void fixedIsAlwaysTheSame() {
    long[] sorted = sorted(Latency.parse("fixed:20ms"));
    assertEquals(20_000_000, sorted[0]);
    assertEquals(20_000_000, sorted[DRAWS - 1]);
  }

  @Test
  void uniformFillsItsRangeEvenly() {
    long[] sorted = sorted(Latency.parse("uniform:10ms..50ms"));
    assertTrue(sorted[0] >= 10_000_000 && sorted[DRAWS - 1] <= 50_000_000);
    for (double q : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
      assertEquals(10e6 + q * 40e6, quantile(sorted, q), 0.3e6, () -> "quantile " + q);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // quantile of exp(sigma z): z = -1.2816, 0, 1.2816, 2.3263
    "0.10, 10.538",
    "0.50, 20",
    "0.90, 37.957",
    "0.99, 64.012",
  })
  void logNormalHasItsQuantiles(double q, double millis) {
    long[] sorted = sorted(Latency.parse("lognormal:20ms,0.5"));
    assertEquals(millis, quantile(sorted, q) / 1e6, millis * 0.02);
  }

  @ParameterizedTest
  @CsvSource({
    // -ln(1 - q) means
    "0.10, 2.1072",
    "0.50, 13.863",
    "0.90, 46.052",
    "0.99, 92.103",
  })
  void exponentialHasItsQuantiles(double q, double millis) {
    long[] sorted = sorted(Latency.parse("exponential:20ms"));
    assertEquals(millis, quantile(sorted, q) / 1e6, millis * 0.03);
  }

  @ParameterizedTest
  @CsvSource({
    // scale (1 - q)^(-1 / shape)
    "0.001, 5.002",
    "0.50, 6.5975",
    "0.90, 12.559",
    "0.99, 31.548",
  })
  void paretoHasItsQuantiles(double q, double millis) {
    long[] sorted = sorted(Latency.parse("pareto:5ms,2.5"));
    assertEquals(millis, quantile(sorted, q) / 1e6, millis * 0.03);
    assertTrue(sorted[0] >= 5_000_000);
  }

  @Test
  void bimodalTextHasTwoDelays() {
    long[] sorted = sorted(Latency.parse("bimodal:5ms,80ms,5%"));
    long slow = Arrays.stream(sorted).filter(nanos -> nanos == 80_000_000).count();
    long fast = Arrays.stream(sorted).filter(nanos -> nanos == 5_000_000).count();
    assertEquals(DRAWS, slow + fast);
    assertEquals(0.05, (double) slow / DRAWS, 0.003);
  }

  @Test
  void logNormalWithoutSpreadIsItsMedian() {
    long[] sorted = sorted(Latency.parse("lognormal:20ms,0"));
    assertEquals(20_000_000, sorted[0]);
    assertEquals(20_000_000, sorted[DRAWS - 1]);
  }

  @Test
  void noDrawIsLongerThanAnHour() {
    long[] sorted = sorted(new Latency.LogNormal(Duration.ofMinutes(30), 5));
    assertEquals(Duration.ofHours(1).toNanos(), sorted[DRAWS - 1]);
    assertTrue(sorted[0] >= 0);
  }

  @Test
  void bimodalMixesByShare() {
    Latency latency =
        new Latency.Bimodal(Latency.parse("fixed:1ms"), Latency.parse("fixed:3s"), 0.12);
    long rare = Arrays.stream(sorted(latency)).filter(nanos -> nanos > 1_000_000).count();
    assertEquals(0.12, (double) rare / DRAWS, 0.004);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          uniform:1ms..9ms
          lognormal:5ms,0.4
          exponential:5ms
          pareto:5ms,2.5
          bimodal:5ms,80ms,50%
          ar1:5ms,0.5,0.9,1s,0.1
          """)
  void seedDecides(String text) {
    Latency latency = Latency.parse(text);
    assertArrayEquals(draws(latency, 5), draws(latency, 5));
    assertFalse(Arrays.equals(draws(latency, 5), draws(latency, 6)));
  }

  @Test
  void impossibleLatenciesAreRefused() {
    Duration second = Duration.ofSeconds(1);
    assertMessage(
        "latency's delay must be between 0 and 1 hour, was PT-1S",
        () -> new Latency.Fixed(second.negated()));
    assertMessage(
        "latency's high must be between 0 and 1 hour, was PT1H1S",
        () -> new Latency.Uniform(second, Duration.ofHours(1).plus(second)));
    assertMessage(
        "uniform latency must not start above its end, was PT2S to PT1S",
        () -> new Latency.Uniform(second.multipliedBy(2), second));
    assertMessage(
        "sigma must be between 0 and 5, was NaN", () -> new Latency.LogNormal(second, Double.NaN));
    assertMessage("shape must be > 0 and <= 100, was 0.0", () -> new Latency.Pareto(second, 0));
    assertMessage(
        "latency's mean must be between 0 and 1 hour, was PT-1S",
        () -> new Latency.Exponential(second.negated()));
    assertMessage(
        "share of the rare latency must be between 0 and 1, was 1.1",
        () -> new Latency.Bimodal(Latency.none(), Latency.none(), 1.1));
  }

  private static void assertMessage(String message, Executable creation) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, creation).getMessage());
  }

  private static LongStream draw(Latency latency, long seed) {
    LatencySampler sampler = latency.sampler(Seeds.of(seed));
    return LongStream.generate(() -> sampler.nanosAt(0));
  }

  private static long[] draws(Latency latency, long seed) {
    return draw(latency, seed).limit(20).toArray();
  }

  private static long[] sorted(Latency latency) {
    return draw(latency, 42).limit(DRAWS).sorted().toArray();
  }

  private static double quantile(long[] sorted, double q) {
    return sorted[(int) (q * sorted.length)];
  }
}
