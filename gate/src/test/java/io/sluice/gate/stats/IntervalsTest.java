package io.sluice.gate.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {
  @ParameterizedTest
  @CsvSource({
    // scipy.stats.binomtest(k, n).proportion_ci(method="exact")
    "0, 100, 0, 0.036216693",
    "5, 100, 0.016431879, 0.112834911",
    "50, 100, 0.398321130, 0.601678870",
    "100, 100, 0.963783307, 1",
    "1, 1000, 0.0000253175, 0.005558924",
  })
  void clopperPearson(double k, double n, double low, double high) {
    Bounds bounds = ClopperPearson.bounds(k, n, 0.025);

    assertEquals(low, bounds.low(), 5e-9);
    assertEquals(high, bounds.high(), 5e-9);
  }

  @Test
  void clopperPearsonIsExactNearZero() {
    // P(X = 0) = (1 - p)^n = tail and P(X >= 1) = 1 - (1 - p)^n = tail, solved for p
    double n = 1e7;
    assertEquals(-Math.expm1(Math.log(0.025) / n), ClopperPearson.upper(0, n, 0.025), 1e-16);
    assertEquals(-Math.expm1(Math.log1p(-0.025) / n), ClopperPearson.lower(1, n, 0.025), 1e-18);
  }

  @ParameterizedTest
  @CsvSource({
    // scipy.stats.binomtest(k, n).proportion_ci(method="wilson")
    "0, 100, 0, 0.036993",
    "5, 100, 0.021543, 0.111751",
    "100, 100, 0.963007, 1",
  })
  void wilson(double k, double n, double low, double high) {
    Bounds bounds = Wilson.bounds(k, n, 0.025);

    assertEquals(low, bounds.low(), 1e-5);
    assertEquals(high, bounds.high(), 1e-5);
  }

  @Test
  void nothingHasNoInterval() {
    assertTrue(Double.isNaN(Wilson.bounds(0, 0, 0.025).low()));
  }

  @ParameterizedTest
  @CsvSource({
    "71, 0.95, 72", "72, 0.95, 72", "367, 0.99, 368", "368, 0.99, 368",
    "3687, 0.999, 3688", "3688, 0.999, 3688", "36886, 0.9999, 36887", "36887, 0.9999, 36887",
  })
  void theUpperEndExistsFromAFirstCountOn(long n, double q, long upper) {
    assertEquals(upper, OrderStatistics.of(n, (double) n, q, 0.025).upper());
  }

  @Test
  void ranksOfAMedian() {
    // Conover's table: n = 20, 95 %: ranks 6 and 15
    assertEquals(new OrderStatistics(6, 15), OrderStatistics.of(20, 20, 0.5, 0.025));
    assertEquals(0, OrderStatistics.of(5, 5, 0.5, 0.025).lower());
    assertEquals(6, OrderStatistics.of(5, 5, 0.5, 0.025).upper());
  }

  @Test
  void fewerEffectiveSamplesWidenTheRanks() {
    OrderStatistics all = OrderStatistics.of(10_000, 10_000, 0.95, 0.025);
    OrderStatistics some = OrderStatistics.of(10_000, 400, 0.95, 0.025);
    OrderStatistics ofSome = OrderStatistics.of(400, 400, 0.95, 0.025);

    assertTrue(some.lower() < all.lower() && some.upper() > all.upper(), some + " " + all);
    // real ranks lie within one of the whole ones
    assertEquals(ofSome.lower() * 25.0, (double) some.lower(), 25.0);
    assertEquals(ofSome.upper() * 25.0, (double) some.upper(), 25.0);
    assertEquals(10_001, OrderStatistics.of(10_000, 50.5, 0.95, 0.025).upper());
  }

  /** 3,000 runs of 400 exponential samples; the interval covers at least 95 % less 3 s.e. */
  @Test
  void orderStatisticsCoverTheQuantile() {
    Random random = new Random(11);
    double truth = -Math.log(0.05);
    OrderStatistics ranks = OrderStatistics.of(400, 400, 0.95, 0.025);
    int runs = 3000;
    int covered = 0;
    for (int run = 0; run < runs; run++) {
      double[] x = new double[400];
      Arrays.setAll(x, i -> -Math.log(1 - random.nextDouble()));
      Arrays.sort(x);
      boolean inside = x[(int) ranks.lower() - 1] <= truth && truth <= x[(int) ranks.upper() - 1];
      covered += inside ? 1 : 0;
    }
    assertTrue(covered >= runs * (0.95 - 3 * Math.sqrt(0.05 * 0.95 / runs)), "" + covered);
    assertTrue(covered < runs * 0.99, "wider than it need be: " + covered);
  }

  @Test
  void decimalsAreWhatPeopleWrote() {
    assertEquals(0.1, Decimals.complement(0.9));
    assertEquals(0.001, Decimals.complement(0.999));
    assertEquals(7, Decimals.nearestRank(0.07, 100));
    assertEquals(57, Decimals.nearestRank(0.57, 100));
    assertEquals(96, Decimals.nearestRank(0.95, 101));
    assertEquals(0, Decimals.nearestRank(0.95, 0));
  }

  @Test
  void boundsAreInOrder() {
    assertEquals(new Bounds(0.25, 0.5), new Bounds(0.5, 0.75).complement());
    var e = assertThrows(IllegalArgumentException.class, () -> new Bounds(2, 1));
    assertEquals("bounds must be in order, were 2.0 to 1.0", e.getMessage());
  }
}
