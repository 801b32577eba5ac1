package io.sluice.gate.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.stats.Bounds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
  @ParameterizedTest
  // Conover's table A12: the largest k with P(T <= k) <= 0.025
  @CsvSource({"5,-1", "6,0", "7,2", "8,3", "9,5", "10,8", "12,13", "15,25", "20,52", "25,89"})
  void theSignedRankTableIsConovers(int n, int k) {
    assertEquals(k, HodgesLehmann.lastRank(n, 0.025));
  }

  @Test
  void theEndsOfTheIntervalAreWhereWilcoxonStopsRejecting() {
    SplittableRandom random = new SplittableRandom(7);
    WilcoxonSignedRankTest reference = new WilcoxonSignedRankTest();
    for (int run = 0; run < 20; run++) {
      double[] d = random.doubles(14, -1, 2).toArray();
      Bounds bounds = HodgesLehmann.of(d, 0.025).bounds();
      for (double inside : new double[] {bounds.low() + 1e-9, bounds.high() - 1e-9}) {
        assertTrue(p(reference, d, inside) > 0.05);
      }
      for (double outside : new double[] {bounds.low() - 1e-9, bounds.high() + 1e-9}) {
        assertTrue(p(reference, d, outside) <= 0.05);
      }
    }
  }

  private static double p(WilcoxonSignedRankTest test, double[] d, double shift) {
    double[] zeros = new double[d.length];
    double[] shifted = Arrays.stream(d).map(x -> x - shift).toArray();
    return test.wilcoxonSignedRankTest(shifted, zeros, true);
  }

  @Test
  void theShiftIsTheMedianOfWalshAverages() {
    // 1, 2, 6 and 1.5, 3.5, 4: the middle of 1 1.5 2 3.5 4 6
    assertEquals(2.75, HodgesLehmann.of(new double[] {1, 2, 6}, 0.025).estimate());
    assertEquals(5, HodgesLehmann.of(new double[] {5}, 0.025).estimate());
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(
        infinity, HodgesLehmann.of(new double[] {infinity, infinity, 1}, 0.025).estimate());
    assertEquals(0, HodgesLehmann.of(new double[] {infinity, -infinity}, 0.025).estimate());
  }

  @Test
  void allWaysToSwapAreTriedWhereTheyAreFew() {
    double[] d = {1, 2, 4};
    // sums of ±1 ±2 ±4: ±7 ±5 ±3 ±1; only ±7 is as far as the observed 7
    assertEquals(2 / 8.0, LabelSwap.p(sum(d), 3, 10));
    // 1 + 2 - 4 = -1: every way is as far
    assertEquals(1, LabelSwap.p(sum(new double[] {1, 2, -4}), 3, 10));
    assertEquals(1, LabelSwap.p(sum(new double[] {0, 0, 0}), 3, 10));
    assertEquals(2 / 4096.0, LabelSwap.p(sum(ones(12)), 12, 10));
  }

  @Test
  void manyWaysAreDrawn() {
    assertEquals(1 / 2000.0, LabelSwap.p(sum(ones(20)), 20, 1999), "2 in a million by chance");
    double[] d = new SplittableRandom(3).doubles(16, -1, 2).toArray();
    double exact = exact(d);
    // 1999 draws: three standard errors
    double error = 3 * Math.sqrt(exact * (1 - exact) / 1999) + 1e-3;
    assertEquals(exact, LabelSwap.p(sum(d), 16, 1999), error);
    assertEquals(LabelSwap.p(sum(d), 16, 1999), LabelSwap.p(sum(d), 16, 1999));
  }

  private static double exact(double[] d) {
    double observed = Math.abs(Arrays.stream(d).sum());
    int asFar = 0;
    for (int way = 0; way < 1 << d.length; way++) {
      double sum = 0;
      for (int j = 0; j < d.length; j++) {
        sum += (way >>> j & 1) == 1 ? -d[j] : d[j];
      }
      asFar += Math.abs(sum) >= observed - 1e-12 ? 1 : 0;
    }
    return (double) asFar / (1 << d.length);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static SwapStatistic sum(double[] d) {
    return swapped -> {
      double sum = 0;
      for (int j = 0; j < d.length; j++) {
        sum += swapped[j] ? -d[j] : d[j];
      }
      return sum;
    };
  }

  @Test
  void correlationTimeIsOneWithoutMemoryAndGrowsWithIt() {
    // AR(1) of correlation r: (1 + r) / (1 - r); batches of at most 240 / 15 slices see less of it
    assertEquals(1, mean(0), 0.35);
    assertEquals(3, mean(0.5), 0.6);
    assertTrue(mean(0.9) > 6);
    assertEquals(1, CorrelationTime.of(new double[50]));
    assertEquals(1, CorrelationTime.of(new double[0]));
  }

  private static double mean(double correlation) {
    SplittableRandom random = new SplittableRandom(11);
    double sum = 0;
    for (int run = 0; run < 200; run++) {
      double[] series = new double[240];
      double x = random.nextGaussian();
      for (int s = 0; s < series.length; s++) {
        x = correlation * x + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        series[s] = x;
      }
      double centre = Arrays.stream(series).average().orElseThrow();
      sum += CorrelationTime.of(Arrays.stream(series).map(y -> y - centre).toArray());
    }
    return sum / 200;
  }

  @ParameterizedTest
  @CsvSource({
    "120, 5, 24, 5",
    "120, 7, 17, 7",
    "240, 1, 60, 4",
    "9, 10, 0, 0",
    "10, 1, 10, 1",
    "0, 5, 0, 0"
  })
  void blocksShareAllSlices(int slices, double length, int count, int shortest) {
    Blocks blocks = Blocks.of(slices, length);
    assertEquals(count, blocks.count());
    if (count > 0) {
      assertEquals(0, blocks.start(0));
      assertEquals(slices, blocks.start(count));
      assertEquals(shortest, blocks.length());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.06, 0.2, REGRESSION",
    "0.05, 0.2, INCONCLUSIVE",
    "-0.01, 0.049, NO_REGRESSION",
    "0.01, 0.05, INCONCLUSIVE",
    "-0.2, -0.051, IMPROVED",
    "-0.2, -0.05, NO_REGRESSION",
    "-0.2, 0.2, INCONCLUSIVE",
    "NaN, NaN, INCONCLUSIVE",
    "Infinity, Infinity, REGRESSION"
  })
  void theIntervalAgainstTheMarginDecides(double low, double high, Change change) {
    assertEquals(change, Change.of(low, high, 0.05));
  }
}
