package io.sluice.gate.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamiliesAndMeansTest {
  @Test
  void holmRejectsInSteps() {
    // thresholds 0.0125, 0.0167, 0.025, 0.05: the third stops it, the fourth stays, too
    assertArrayEquals(
        new boolean[] {true, false, false, true},
        Holm.rejected(new double[] {0.01, 0.04, 0.03, 0.005}, 0.05));
    assertArrayEquals(new boolean[] {true, true}, Holm.rejected(new double[] {0.05, 0.02}, 0.05));
    assertArrayEquals(new boolean[] {false}, Holm.rejected(new double[] {0.051}, 0.05));
    assertArrayEquals(new boolean[] {}, Holm.rejected(new double[] {}, 0.05));
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void sixteenSlicesMakeTheTextbookInterval() {
    double[] y = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    BatchMeans means = BatchMeans.of(y, ones(16), 0.025);

    // s = 4.7610, SE = s / 4, t(0.975; 15) = 2.13145
    assertEquals(8.5, means.mean());
    assertEquals(1.190238, means.standardError(), 1e-6);
    assertEquals(16, means.batches());
    assertEquals(8.5 - 2.536930, means.bounds(0.025).low(), 1e-4);
    assertEquals(means.bounds(0.025).high(), 17 - means.bounds(0.025).low(), 1e-12);
    assertEquals(0.025, means.pAbove(means.bounds(0.025).low()), 1e-9);
    assertEquals(0.025, means.pBelow(means.bounds(0.025).high()), 1e-9);
  }

  @Test
  void fewerThanFifteenSlicesHaveNoInterval() {
    BatchMeans means = BatchMeans.of(ones(14), ones(14), 0.025);

    assertEquals(1, means.mean());
    assertFalse(means.bounded());
    assertTrue(Double.isNaN(means.bounds(0.025).low()));
    assertTrue(Double.isNaN(BatchMeans.of(new double[20], new double[20], 0.025).mean()));
  }

  @Test
  void slicesWeighWhatTheyHold() {
    double[] sums = new double[20];
    double[] counts = new double[20];
    Arrays.setAll(counts, i -> i + 1);
    Arrays.setAll(sums, i -> 3 * counts[i]);

    BatchMeans means = BatchMeans.of(sums, counts, 0.025);

    assertEquals(3, means.mean(), 1e-12);
    assertEquals(0, means.standardError(), 1e-12);
  }

  @Test
  void slowWavesWidenTheInterval() {
    double[] wave = new double[240];
    Arrays.setAll(wave, i -> Math.sin(i / 20.0));

    BatchMeans means = BatchMeans.of(wave, ones(240), 0.025);
    BatchMeans single = BatchMeans.of(Arrays.copyOf(wave, 29), ones(29), 0.025);

    assertTrue(means.batches() < 240, "batches of adjacent seconds: " + means.batches());
    assertEquals(29, single.batches());
  }

  /** 1,500 runs of 60 normal slices; at least 95 % less 3 s.e. are covered. */
  @Test
  void batchMeansCoverTheMean() {
    Random random = new Random(3);
    int runs = 1500;
    int covered = 0;
    for (int run = 0; run < runs; run++) {
      double[] y = new double[60];
      Arrays.setAll(y, i -> 10 + random.nextGaussian());
      Bounds bounds = BatchMeans.of(y, ones(60), 0.025).bounds(0.025);
      covered += bounds.low() <= 10 && 10 <= bounds.high() ? 1 : 0;
    }
    assertTrue(covered >= runs * (0.95 - 3 * Math.sqrt(0.05 * 0.95 / runs)), "" + covered);
  }

  @ParameterizedTest
  @CsvSource({
    "0,     0.01,  0.05, 1000", // the guard asks for more than the 299 of statistics
    "0,     0.0,   0.05, Infinity",
    "0.1,   0.0,   0.05, 1",
    "0.05,  0.05,  0.05, Infinity",
  })
  void sampleSizes(double share, double allowed, double tail, double expected) {
    assertEquals(expected, SampleSize.toSettle(share, allowed, tail));
  }

  @ParameterizedTest
  @CsvSource({"0.03, 0.05", "0.08, 0.05", "0.0005, 0.001", "0.9, 0.5"})
  void theSampleSizeIsTheFirstThatDecides(double share, double allowed) {
    double n = SampleSize.toSettle(share, allowed, 0.025);
    ShareTest enough = new ShareTest(share * n, n, allowed, 0.025);
    ShareTest less = new ShareTest(share * (n - 1), n - 1, allowed, 0.025);

    assertTrue(enough.provenGood() || enough.provenBad());
    assertFalse(less.provenGood() || less.provenBad());
  }

  @Test
  void slicesAddUp() {
    SliceCounts slices = new SliceCounts();
    for (int i = 0; i < 100; i++) {
      slices.add(i % 2, 2);
    }

    assertEquals(100, slices.size());
    assertEquals(50, slices.bad());
    assertEquals(200, slices.all());
    assertEquals(1, slices.bad(99));
    assertEquals(2, slices.all(99));
    var e = assertThrows(IllegalArgumentException.class, () -> slices.add(3, 2));
    assertEquals("a slice must hold 0 to 2 bad events, was 3", e.getMessage());
  }
}
