package io.sluice.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.fault.Stall;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short version: four stalls in twelve seconds. */
final class StallExperimentTest {
  private static final Stall STALL = new Stall(Duration.ofMillis(500), Duration.ofSeconds(3));

  /**
   * Shares instead of quantiles: a busy machine makes each time longer by some milliseconds, which
   * moves few requests over a limit. 2,400 evenly spaced requests; of each stall's 100 those wait
   * longer than t that come more than t before its end.
   */
  @Test
  void whoArrivesInAStallIsCountedFromTheIntendedStart() throws Exception {
    StallExperiment.Seen seen = StallExperiment.open(STALL, 4, 200, 1);

    Histogram times = seen.response();
    assertEquals(2400, times.getTotalCount());
    assertEquals(4 * 80 / 2400.0, over(times, 100), 0.03);
    assertEquals(4 * 50 / 2400.0, over(times, 250), 0.02);
    assertEquals(4 * 20 / 2400.0, over(times, 400), 0.02);
    assertTrue(times.getMaxValue() >= 480_000, "longest " + times.getMaxValue() + " us");
  }

  private static double over(Histogram times, long millis) {
    long all = times.getTotalCount();
    return (double) (all - times.getCountBetweenValues(0, millis * 1000)) / all;
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1", "0.9, 200", "0.95, 350", "0.99, 470", "1, 500"})
  void theTheoryIsThatOfEvenArrivals(double q, double millis) {
    assertEquals(millis, StallExperiment.theory(STALL, q), 1e-6);
  }
}
