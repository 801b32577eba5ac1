package io.sluice.gate.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  @Test
  void aStraightLineRisesForCertain() {
    Trend trend = Trend.of(IntStream.range(0, 15).mapToDouble(i -> 3 + 0.5 * i).toArray());

    assertEquals(7, trend.change(), 1e-12);
    // S = 105, Var = 15·14·35/18 = 408.33: z = 104 / 20.207 = 5.147
    assertEquals(1.3e-7, trend.pRising(), 0.1e-7);
  }

  @Test
  void aFallingLineDoesNotRise() {
    Trend trend = Trend.of(IntStream.range(0, 15).mapToDouble(i -> -i).toArray());

    assertEquals(-14, trend.change(), 1e-12);
    assertTrue(trend.pRising() > 0.999);
  }

  @Test
  void tooFewValuesSayNothing() {
    assertEquals(Trend.NONE, Trend.of(new double[] {1, 2, 3, 4, 5, 6, 7}));
  }

  @Test
  void oneWildValueChangesLittle() {
    double[] values = IntStream.range(0, 15).mapToDouble(i -> i).toArray();
    values[7] = 1e9;

    assertEquals(14, Trend.of(values).change(), 0.5);
  }

  @Test
  void independentValuesSeldomSeemToRise() {
    Random random = new Random(3);
    int alarms = 0;
    for (int run = 0; run < 2000; run++) {
      double[] values = random.doubles(15).toArray();
      alarms += Trend.of(values).pRising() < 0.01 ? 1 : 0;
    }
    assertTrue(alarms < 2000 * 0.02, () -> "alarms");
  }
}
