package io.sluice.gate.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DesignEffectTest {
  private static SliceCounts series(int slices, int each, double... shares) {
    SliceCounts counts = new SliceCounts();
    for (int s = 0; s < slices; s++) {
      counts.add(Math.round(each * shares[s % shares.length]), each);
    }
    return counts;
  }

  @Test
  void tooFewSlicesTellNothing() {
    assertEquals(DesignEffect.UNKNOWN, DesignEffect.of(series(14, 100, 0.5)));
    assertFalse(EffectiveSamples.of(series(14, 100, 0.5), 0.025).known());
    assertEquals(0, EffectiveSamples.of(series(14, 100, 0.5), 0.025).size());
  }

  @Test
  void tooFewBadEventsTellNothingOfTheirOwn() {
    SliceCounts four = new SliceCounts();
    for (int s = 0; s < 30; s++) {
      four.add(s == 7 ? 4 : 0, 100);
    }
    assertEquals(new DesignEffect(1, 30, 1), DesignEffect.of(four));
  }

  @Test
  void evenSlicesAreIndependent() {
    assertEquals(1, DesignEffect.of(series(60, 100, 0.1)).factor());
  }

  /** By hand: every other slice wholly bad, p = 1/2, 16 slices of 10; e = ±5. */
  @Test
  void theFormulaByHand() {
    DesignEffect effect = DesignEffect.of(series(16, 10, 1, 0));
    // 16/15 · (16 · 25) / (160 · 1/4)
    assertEquals(16.0 / 15 * 400 / 40, effect.factor(), 1e-12);
    assertEquals(16, effect.batches());
    assertEquals(1, effect.length());
  }

  @Test
  void slowCorrelationShowsInLongBatches() {
    // bad for 8 slices, good for 8: batches of 8 hold it all
    SliceCounts counts = new SliceCounts();
    for (int s = 0; s < 240; s++) {
      counts.add(s / 8 % 2 == 0 ? 10 : 0, 10);
    }
    DesignEffect effect = DesignEffect.of(counts);

    assertEquals(8, effect.length());
    assertEquals(30, effect.batches());
    // 30/29 · (30 · 40²) / (2400 · 1/4)
    assertEquals(30.0 / 29 * 48_000 / 600, effect.factor(), 1e-9);
  }

  @Test
  void independentEventsAreWorthNearlyAllOfThem() {
    Random random = new Random(7);
    double sum = 0;
    for (int run = 0; run < 200; run++) {
      SliceCounts counts = new SliceCounts();
      for (int s = 0; s < 120; s++) {
        int bad = 0;
        for (int i = 0; i < 200; i++) {
          bad += random.nextDouble() < 0.05 ? 1 : 0;
        }
        counts.add(bad, 200);
      }
      EffectiveSamples worth = EffectiveSamples.of(counts, 0.025);
      assertTrue(worth.size() <= counts.all());
      sum += worth.size() / counts.all();
    }
    assertEquals(0.75, sum / 200, 0.1); // what it costs not to know it
  }

  @Test
  void anotherLevelCountsAsLongAsLittleIsKnownOfTheOwn() {
    SliceCounts even = series(32, 10, 0.5); // 160 events above the quantile
    SliceCounts bunched = series(32, 10, 1, 0);
    double other = DesignEffect.of(bunched).factor();

    EffectiveSamples alone = EffectiveSamples.of(even, 0.025);
    EffectiveSamples beside = EffectiveSamples.ofQuantile(even, even, List.of(bunched), 0.025);

    assertEquals(1, alone.effect().factor());
    assertEquals(Math.pow(other, 30.0 / (160 + 30)), beside.effect().factor(), 1e-12);
    // 31 degrees of freedom: z / t = 1.959964 / 2.039513
    double corrected = Math.pow(1.959964 / 2.039513, 2);
    assertEquals(320 * corrected, alone.size(), 0.01);
    assertEquals(320 / beside.effect().factor() * corrected, beside.size(), 0.01);
  }

  /** 15 batches that rise steadily: r = 0.8 by hand, and what that hides is added. */
  @Test
  void correlationThatEvenTheLongestBatchesShowIsAdded() {
    SliceCounts rising = new SliceCounts();
    for (int s = 0; s < 15; s++) {
      rising.add(10 + s, 100);
    }
    double p = 17.0 / 100;
    // Σ e² = 2 (1 + 4 + … + 49) = 280; the batches alone would say
    double shown = 15.0 / 14 * 280 / (1500 * p * (1 - p));

    assertEquals(shown * 1.6 / 0.4, DesignEffect.of(rising).factor(), 1e-9);
  }

  @Test
  void theTestKeepsTheShare() {
    SliceCounts counts = series(32, 10, 0.5);
    EffectiveSamples worth = EffectiveSamples.of(counts, 0.025);
    ShareTest test = worth.test(counts, 0.1, 0.025);

    assertEquals(worth.size(), test.samples());
    assertEquals(worth.size() / 2, test.bad(), 1e-9);
  }

  @Test
  void emptySlicesCountBetweenEventsOnly() {
    SliceCounts counts = new SliceCounts();
    for (int s = 0; s < 100; s++) {
      counts.add(0, s >= 20 && s < 60 && s % 2 == 0 ? 5 : 0);
    }
    assertEquals(39, counts.size());
  }
}
