package io.sluice.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.gate.stats.TimeScale;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TimeCellsTest {
  @Test
  void everyTimeLiesInItsCell() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      long micros = i < 5000 ? i : random.nextLong(1L << (1 + random.nextInt(61)));
      int cell = TimeScale.cellOf(micros);
      assertTrue(TimeScale.lowest(cell) <= micros, () -> micros + " in " + cell);
      assertTrue(micros < TimeScale.lowest(cell + 1), () -> micros + " in " + cell);
      assertTrue(cell < TimeScale.ENDLESS);
    }
  }

  @Test
  void aCellIsAtMostASixteenthWide() {
    for (int cell = 16; cell < TimeScale.ENDLESS - 1; cell++) {
      assertTrue(TimeScale.lowest(cell + 1) / TimeScale.lowest(cell) <= 1.0625 + 1e-12);
    }
  }

  @Test
  void theMedianIsInterpolated() {
    TimeCells cells = new TimeCells();
    assertTrue(Double.isNaN(cells.median()));
    Histogram times = new Histogram(3);
    for (int i = 0; i < 1000; i++) {
      times.recordValue(10_000 + i);
    }
    cells.add(times);
    assertEquals(10_500, cells.median(), 30);
  }

  @Test
  void slicesTellWhoWasAmongTheSlowest() {
    FakeRun run = new FakeRun();
    TimeSlices slices = new TimeSlices(new IntendedSlices(run.result().plan()));
    int[] number = {0};
    run.result()
        .intervals()
        .replay(
            interval -> {
              int s = number[0]++;
              TimeCells slice = new TimeCells();
              Histogram times = new Histogram(3);
              times.recordValueWithCount(s == 4 ? 90_000 : 1000, 100);
              slice.add(times);
              slice.addEndless(s == 5 ? 10 : 0);
              slices.add(interval, slice);
            });

    SliceCounts slow = slices.above(0.95);
    assertEquals(3510, slow.all());
    assertEquals(110, slow.bad()); // the 90 ms and those without an end
    assertEquals(100, slow.bad(4));
    assertEquals(10, slices.above(0.995).bad());
  }
}
