package io.sluice.storefront.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The queues at work against theory, in virtual time with fixed seeds: 400,000 Poisson arrivals.
 * Sojourns are correlated; at a utilisation of 0.8 they are worth about (1 - rho)² / (1 + rho) of
 * independent ones per arrival, 9,000 in all, so that a mean has a standard error of 1 %.
 */
final class QueueTheoryTest {
  private static final int ARRIVALS = 400_000;
  private static final double NANOS = 1e9;

  @ParameterizedTest
  @CsvSource({"500, 0.02", "800, 0.05"})
  void exponentialServiceHasTheSojournsOfAnMm1Queue(double arrivalRate, double tolerance) {
    double[] sorted = sojourns(Limit.parse("mm1:1000/s"), arrivalRate);
    Mm1Queue theory = new Mm1Queue(arrivalRate, 1_000);
    assertClose(theory.meanSojourn(), Arrays.stream(sorted).average().orElseThrow(), tolerance);
    for (double q : new double[] {0.5, 0.9, 0.95, 0.99}) {
      assertClose(theory.sojournQuantile(q), sorted[(int) (q * ARRIVALS)], tolerance);
    }
  }

  @ParameterizedTest
  @CsvSource({"500, 0.02", "800, 0.05"})
  void constantServiceHasTheMeanSojournOfAnMd1Queue(double arrivalRate, double tolerance) {
    double[] sorted = sojourns(Limit.parse("md1:1000/s"), arrivalRate);
    Md1Queue theory = new Md1Queue(arrivalRate, 1_000);
    assertClose(theory.meanSojourn(), Arrays.stream(sorted).average().orElseThrow(), tolerance);
    assertEquals(0.001, sorted[0], 1e-6, "nobody is served in less than the service time");
  }

  @Test
  void capacityUnderAnObjectiveIsTheInverseOfTheQuantile() {
    double rate = Mm1Queue.arrivalRateFor(1_000, 0.95, 0.010);
    assertEquals(700.43, rate, 0.01);
    assertEquals(0.010, new Mm1Queue(rate, 1_000).sojournQuantile(0.95), 1e-12);
    assertEquals(0, Mm1Queue.arrivalRateFor(1_000, 0.95, 0.002), "even an idle server is slower");
  }

  @Test
  void overloadedServerFallsBehindByWhatIsTooMuch() {
    Limiter server = Limit.parse("md1:1000/s").limiter(new Random(1));
    long last = 0;
    for (int i = 0; i < 2_000; i++) {
      last = server.admit(i * 500_000L).orElseThrow() - i * 500_000L;
    }
    assertEquals(1.0, last / NANOS, 0.001);
  }

  @Test
  void queuesWithoutAStateInTheLongRunAreRefused() {
    assertEquals(
        "arrival rate must be >= 0 and below the service rate, was 5.0 of 5.0",
        assertThrows(IllegalArgumentException.class, () -> new Mm1Queue(5, 5)).getMessage());
    assertEquals(
        "arrival rate must be >= 0 and below the service rate, was -1.0 of 5.0",
        assertThrows(IllegalArgumentException.class, () -> new Md1Queue(-1, 5)).getMessage());
  }

  private static double[] sojourns(Limit limit, double arrivalRate) {
    RandomGenerator arrivals = new Random(11);
    Limiter server = limit.limiter(new Random(12));
    double now = 0;
    double[] sojourns = new double[ARRIVALS];
    for (int i = 0; i < ARRIVALS; i++) {
      now += arrivals.nextExponential() / arrivalRate * NANOS;
      long arrival = Math.round(now);
      sojourns[i] = (server.admit(arrival).orElseThrow() - arrival) / NANOS;
    }
    Arrays.sort(sojourns);
    return sojourns;
  }

  private static void assertClose(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, expected * tolerance);
  }
}
