package io.sluice.gate.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SliceTimesTest {
  /** As far apart and as many as a packed number can be, forward and back. */
  @Test
  void keepsWhatWasAdded() {
    SliceTimes times = new SliceTimes();
    times.add(0, 0, 1);
    times.add(1_000_000, TimeScale.ENDLESS, 127);
    times.add(3, 20, 128);
    times.add(3, 5, Integer.MAX_VALUE);
    times.add(4, 1, 16_384);

    SliceCounts all = times.above(1e-12); // all but the first cell that holds any
    assertEquals(1_000_001, all.size());
    assertEquals(1, all.all(0));
    assertEquals(0, all.bad(0));
    assertEquals(Integer.MAX_VALUE + 128L, all.all(3));
    assertEquals(Integer.MAX_VALUE + 128L, all.bad(3));
    assertEquals(16_384, all.bad(4));
    assertEquals(127, all.bad(1_000_000));
  }

  @Test
  void severalAreAsOne() {
    SplittableRandom random = new SplittableRandom(3);
    SliceTimes one = new SliceTimes();
    List<SliceTimes> parts = List.of(new SliceTimes(), new SliceTimes(), new SliceTimes());
    for (int i = 0; i < 3000; i++) {
      int cell = random.nextInt(TimeScale.CELLS);
      int count = 1 + random.nextInt(300);
      one.add(i / 10, cell, count);
      parts.get(i % 3).add(i / 10, cell, count);
    }
    for (double q : new double[] {0, 0.5, 0.9, 0.999}) {
      SliceCounts whole = one.above(q);
      SliceCounts sum = SliceTimes.above(parts, q);
      assertEquals(whole.all(), sum.all());
      assertEquals(whole.bad(), sum.bad());
      for (int slice = 0; slice < whole.size(); slice++) {
        assertEquals(whole.all(slice), sum.all(slice));
        assertEquals(whole.bad(slice), sum.bad(slice));
      }
    }
    assertEquals(0, new SliceTimes().above(0.5).all());
  }
}
