package io.sluice.storefront.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The process AR(1) against theory, with fixed seeds: 50,000 steps. The mean of the logarithms has
 * the standard error sigma sqrt((1 + rho) / (1 - rho) / n), 0.0098 for rho 0.9 and sigma 0.5; their
 * autocorrelation one of sqrt((1 - rho²) / n), 0.002. Tolerances are three of them or more.
 */
final class AutoregressiveTest {
  private static final int STEPS = 50_000;
  private static final long SECOND = 1_000_000_000;
  private static final double LOG_MEDIAN = Math.log(20_000_000);

  @Test
  void logarithmHasTheLawsMeanVarianceAndAutocorrelation() {
    double[] logs = logs("ar1:20ms,0.5,0.9");
    double mean = mean(logs);
    assertEquals(LOG_MEDIAN, mean, 0.03);
    assertEquals(0.25, covariance(logs, mean, 0), 0.015);
    assertEquals(0.9, covariance(logs, mean, 1) / covariance(logs, mean, 0), 0.007);
    assertEquals(0.59, covariance(logs, mean, 5) / covariance(logs, mean, 0), 0.04);
  }

  @Test
  void noiseIsEachRequestsOwn() {
    double[] logs = logs("ar1:20ms,0.4,0.5,1s,0.3");
    double mean = mean(logs);
    assertEquals(LOG_MEDIAN, mean, 0.012);
    assertEquals(0.16 + 0.09, covariance(logs, mean, 0), 0.01);
    assertEquals(0.5 * 0.16 / 0.25, covariance(logs, mean, 1) / covariance(logs, mean, 0), 0.015);
  }

  @Test
  void requestsOfAStepShareItInAnyOrder() {
    LatencySampler forward = Latency.parse("ar1:20ms,0.5,0.9,100ms").sampler(Seeds.of(7));
    LatencySampler backward = Latency.parse("ar1:20ms,0.5,0.9,100ms").sampler(Seeds.of(7));
    for (int step = 999; step >= 0; step--) {
      long nanos = backward.nanosAt(step * SECOND / 10);
      assertEquals(nanos, backward.nanosAt(step * SECOND / 10 + SECOND / 10 - 1));
      assertEquals(nanos, forward.nanosAt(step * SECOND / 10));
    }
  }

  private static double[] logs(String law) {
    LatencySampler sampler = Latency.parse(law).sampler(Seeds.of(42));
    return IntStream.range(0, STEPS)
        .mapToDouble(k -> Math.log((double) sampler.nanosAt(k * SECOND)))
        .toArray();
  }

  private static double mean(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
  }

  private static double covariance(double[] values, double mean, int lag) {
    return IntStream.range(lag, values.length)
        .mapToDouble(i -> (values[i] - mean) * (values[i - lag] - mean))
        .average()
        .orElseThrow();
  }
}
