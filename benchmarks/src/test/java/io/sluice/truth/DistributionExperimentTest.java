package io.sluice.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short version: two laws, three seconds each. */
final class DistributionExperimentTest {
  private static final double RATE = 300;

  /**
   * Counts are exact. Times may be longer than the log's by what a busy machine holds a packet back
   * for, but never shorter, beyond the histogram's resolution of 0.1 %.
   */
  @ParameterizedTest
  @ValueSource(strings = {"exponential:40ms", "bimodal:5ms,80ms,5%"})
  void theEngineSeesWhatTheServerSaw(String law) throws Exception {
    DistributionExperiment.Row row = DistributionExperiment.of(law, RATE, 3, 1);

    assertTrue(row.log().count() > 600, "only " + row.log().count());
    assertEquals(row.log().count(), row.finished());
    assertEquals(row.log().count(), row.service().getTotalCount());
    for (double q : new double[] {0.5, 0.9, 0.99}) {
      double deviation = row.deviationMillis(q);
      double log = row.log().millis(q);
      assertTrue(deviation >= -0.001 * log - 0.002, "p" + 100 * q + " is shorter: " + deviation);
    }
    double median = row.log().millis(0.5);
    assertEquals(0, row.deviationMillis(0.5), 0.1 * median + 10);
  }
}
