package io.sluice.gate.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {
  /** Events whose share of bad ones follows an AR(1) level from slice to slice. */
  private static SliceCounts autoregressive(Random random, int slices, int each, double rho) {
    SliceCounts counts = new SliceCounts();
    double level = random.nextGaussian();
    for (int s = 0; s < slices; s++) {
      double share = Math.clamp(0.1 + 0.03 * level, 0, 1);
      int bad = 0;
      for (int i = 0; i < each; i++) {
        bad += random.nextDouble() < share ? 1 : 0;
      }
      counts.add(bad, each);
      level = rho * level + Math.sqrt(1 - rho * rho) * random.nextGaussian();
    }
    return counts;
  }

  @ParameterizedTest
  @CsvSource({"0.0, 1.0", "0.5, 3.0", "0.8, 9.0"})
  void itIsThatOfTheLevelWhateverChanceAddsToIt(double rho, double expected) {
    Random random = new Random(11);
    for (int each : new int[] {100, 1000}) {
      double sum = 0;
      for (int run = 0; run < 40; run++) {
        sum += Memory.of(autoregressive(random, 2000, each, rho));
      }
      assertEquals(expected, sum / 40, 0.12 * expected, each + " events a slice");
    }
  }

  @Test
  void slicesThatAreAlikeRememberNothing() {
    SliceCounts even = new SliceCounts();
    for (int s = 0; s < 60; s++) {
      even.add(5, 100);
    }
    assertEquals(1, Memory.of(even));
    assertEquals(1, Memory.of(new SliceCounts()));
  }

  @Test
  void badEventsAreSpreadOverSoManySlices() {
    SliceCounts counts = new SliceCounts();
    for (int s = 0; s < 60; s++) {
      counts.add(s % 3 == 0 ? 7 : 0, 100);
    }
    assertEquals(20, counts.spread(), 1e-9);
    counts.addAt(0, 70, 100);
    // (19 · 7 + 77)² / (19 · 7² + 77²)
    assertEquals(44_100.0 / (931 + 5929), counts.spread(), 1e-9);
    assertEquals(0, new SliceCounts().spread());
  }

  @ParameterizedTest
  @CsvSource({"300, 0.5, true", "300, 0.9, false", "3000, 0.9, true"})
  void aRunMustBeLongBesideItsMemory(int slices, double rho, boolean enough) {
    Random random = new Random(5);
    for (int run = 0; run < 20; run++) {
      SliceCounts level = autoregressive(random, slices, 500, rho);
      EffectiveSamples worth = EffectiveSamples.ofQuantile(level, level, List.of(level), 0.025);
      assertTrue(worth.effect().factor() >= 3);
      assertEquals(enough, worth.length().enough(), () -> "" + worth);
    }
  }

  @Test
  void slowEventsOfFewSlicesTellLittle() {
    SliceCounts bursts = new SliceCounts();
    for (int s = 0; s < 600; s++) {
      bursts.add(s % 25 == 0 ? 50 : 0, 100);
    }
    assertFalse(
        EffectiveSamples.ofQuantile(bursts, bursts, List.of(bursts), 0.025).length().enough());
  }

  @Test
  void eventsThatDoNotGoTogetherNeedNoLongRun() {
    SliceCounts few = new SliceCounts();
    for (int s = 0; s < 20; s++) {
      few.add(1, 100);
    }
    assertTrue(EffectiveSamples.ofQuantile(few, few, List.of(few), 0.025).length().enough());
  }
}
