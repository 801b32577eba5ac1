package io.sluice.gate.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTestTest {
  /** The fewest samples that prove the share good with so many bad ones, without the guard. */
  private static int fewest(int bad, double allowed, double tail) {
    int n = bad + 1;
    while (new ShareTest(bad, n, allowed, tail).pGood() > tail) {
      n++;
    }
    return n;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.05, 59",
    "0, 0.01, 299",
    "1, 0.01, 473",
    "2, 0.01, 628",
    "3, 0.01, 773",
    "4, 0.01, 913",
    "5, 0.01, 1049",
    "10, 0.01, 1693",
    "0, 0.001, 2995",
    "1, 0.001, 4742",
    "5, 0.001, 10511",
    "10, 0.001, 16959",
    "0, 0.0001, 29956",
  })
  void theFewestSamplesAtOneSidedFivePercent(int bad, double allowed, int expected) {
    assertEquals(expected, fewest(bad, allowed, 0.05));
  }

  @Test
  void agreesWithTheInterval() {
    for (int n : new int[] {1, 9, 200, 5000}) {
      for (int bad = 0; bad <= Math.min(n, 400); bad++) {
        ShareTest test = new ShareTest(bad, n, 0.05, 0.025);
        Bounds bounds = test.bounds();
        assertEquals(bounds.high() <= 0.05, test.pGood() <= 0.025, bad + " of " + n);
        assertEquals(bounds.low() > 0.05, test.provenBad(), bad + " of " + n);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 0.1, true", "99, 0.1, false", "1000, 0.01, true", "999.9, 0.01, false"})
  void guardsAgainstTooFewExpected(double samples, double allowed, boolean guarded) {
    assertEquals(guarded, new ShareTest(0, samples, allowed, 0.025).guarded());
  }

  @Test
  void nothingAllowedIsDisprovedByOneAndNeverProved() {
    assertTrue(new ShareTest(1, 1_000_000, 0, 0.025).provenBad());
    assertFalse(new ShareTest(0, 1_000_000, 0, 0.025).provenBad());
    assertFalse(new ShareTest(0, 1_000_000, 0, 0.025).provenGood());
  }

  @Test
  void decidesNothingWithoutSamples() {
    assertFalse(new ShareTest(0, 0, 0.5, 0.025).provenBad());
    assertFalse(new ShareTest(0, 0, 0.5, 0.025).provenGood());
  }

  /** At the limit itself each error has at most the tail's probability: 4,000 runs, 3 s.e. */
  @Test
  void errsNoMoreThanItsTail() {
    Random random = new Random(7);
    int runs = 4000;
    int good = 0;
    int bad = 0;
    for (int run = 0; run < runs; run++) {
      int k = 0;
      for (int i = 0; i < 500; i++) {
        k += random.nextDouble() < 0.05 ? 1 : 0;
      }
      ShareTest test = new ShareTest(k, 500, 0.05, 0.025);
      good += test.provenGood() ? 1 : 0;
      bad += test.provenBad() ? 1 : 0;
    }
    double tolerance = 3 * Math.sqrt(0.025 * 0.975 / runs);
    assertTrue(good <= runs * (0.025 + tolerance), "false PASS: " + good);
    assertTrue(bad <= runs * (0.025 + tolerance), "false FAIL: " + bad);
    assertTrue(good > 0 && bad > 0, "a test that never errs decides nothing");
  }
}
