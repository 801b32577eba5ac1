package io.sluice.gate.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequentialTestTest {
  /** The mixture by numerical integration. */
  @ParameterizedTest
  @CsvSource({"10, 100, 0.05", "30, 300, 0.05", "5, 100, 0.01", "700, 10000, 0.05", "80, 100, 0.5"})
  void isTheMixtureOfLikelihoodRatios(double k, double n, double p0) {
    double h = Math.min(1, 10 * p0);
    double mixture =
        new SimpsonIntegrator(1e-9, 1e-12, 3, 30)
            .integrate(
                10_000_000,
                p ->
                    Math.exp(
                        k * Math.log(p / p0)
                            + (n - k) * Math.log(Math.max(1e-300, 1 - p) / (1 - p0))),
                p0,
                h);
    assertEquals(Math.log(mixture / (h - p0)), SequentialTest.logEvidenceOfBad(k, n, p0), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 100", "5, 100", "1, 1000000"})
  void thereIsNoEvidenceOnTheGoodSide(double k, double n) {
    assertEquals(0, SequentialTest.logEvidenceOfBad(k, n, 0.05));
  }

  @Test
  void farOnTheBadSideItOnlyGrows() {
    double before = 0;
    for (int n = 10; n <= 1_000_000; n *= 10) {
      double evidence = SequentialTest.logEvidenceOfBad(0.9 * n, n, 0.05);
      assertTrue(evidence > before && Double.isFinite(evidence), () -> "" + evidence);
      before = evidence;
    }
    double moderate = 0;
    for (int n = 1000; n <= 10_000_000; n *= 10) {
      double evidence = SequentialTest.logEvidenceOfBad(0.07 * n, n, 0.05);
      assertTrue(evidence > moderate && Double.isFinite(evidence), () -> "" + evidence);
      moderate = evidence;
    }
  }

  /** 2,000 runs at the limit, looked at 100 times each: at most 5 % (and 3 s.e.) ever reject. */
  @Test
  void manyLooksDoNotAddUp() {
    Random random = new Random(5);
    int rejected = 0;
    for (int run = 0; run < 2000; run++) {
      int bad = 0;
      boolean ever = false;
      for (int n = 1; n <= 5000 && !ever; n++) {
        bad += random.nextDouble() < 0.05 ? 1 : 0;
        ever = n % 50 == 0 && SequentialTest.logEvidenceOfBad(bad, n, 0.05) >= Math.log(1 / 0.05);
      }
      rejected += ever ? 1 : 0;
    }
    int alarms = rejected;
    assertTrue(alarms <= 100 + 30, () -> alarms + " of 2000");
  }
}
