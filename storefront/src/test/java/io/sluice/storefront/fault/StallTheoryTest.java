package io.sluice.storefront.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.storefront.endpoint.Endpoint;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server frozen for s = 1 s in every P = 10 s, at a utilisation rho, in virtual time: P(R &gt; x)
 * = (s - x) / ((1 - rho) P), so that the quantile q is s - (1 - q)(1 - rho) P, or nothing to speak
 * of where that is negative. Even arrivals, 60 periods: within 6 ms.
 */
final class StallTheoryTest {
  private static final int RATE = 1_000;
  private static final int REQUESTS = 600 * RATE;

  @ParameterizedTest
  @CsvSource({
    "none,        0.0, 0.500, 0.900, 0.990",
    "md1:5000/s,  0.2, 0.600, 0.920, 0.992",
    "md1:2000/s,  0.5, 0.750, 0.950, 0.995",
  })
  void responseTimesAreThoseOfTheFrozenServer(
      String limit, double rho, double p95, double p99, double p999) {
    Faults stalled = Faults.none().with(Stall.parse("1s/10s"));
    Faults faults = limit.equals("none") ? stalled : stalled.with(LimitRule.parse(limit));
    FaultInjector injector = new FaultInjector(faults, 1, 0);
    double[] seconds = new double[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      long arrival = i * 1_000_000_000L / RATE;
      seconds[i] = (injector.fateOf(Endpoint.HEALTH, arrival).releaseNanos() - arrival) / 1e9;
    }
    Arrays.sort(seconds);
    assertEquals(p95, seconds[(int) (0.95 * REQUESTS)], 0.006, () -> "rho " + rho);
    assertEquals(p99, seconds[(int) (0.99 * REQUESTS)], 0.006, () -> "rho " + rho);
    assertEquals(p999, seconds[(int) (0.999 * REQUESTS)], 0.006, () -> "rho " + rho);
  }
}
