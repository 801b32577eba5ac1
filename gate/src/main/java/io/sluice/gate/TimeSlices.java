package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.run.Interval;
import java.util.Arrays;

/**
 * The times of every slice of a run, on the scale of {@link TimeCells}: how the slow ones are
 * spread over time says how independent they are. Not thread-safe.
 */
final class TimeSlices {
  private final IntendedSlices intended;
  private final long[] totals = new long[TimeCells.ENDLESS + 1];
  private int[] slices = new int[1024];
  private int[] cells = new int[1024];
  private int[] counts = new int[1024];
  private int used;

  TimeSlices(IntendedSlices intended) {
    this.intended = intended;
  }

  /** Adds what an interval saw; what has no time counts as of its end. */
  void add(Interval interval, TimeCells times) {
    for (int cell = 0; cell <= TimeCells.ENDLESS; cell++) {
      if (times.count(cell) > 0) {
        if (used == cells.length) {
          slices = Arrays.copyOf(slices, 2 * used);
          cells = Arrays.copyOf(cells, 2 * used);
          counts = Arrays.copyOf(counts, 2 * used);
        }
        double micros = cell == TimeCells.ENDLESS ? 0 : TimeCells.lowest(cell);
        slices[used] = intended.of(interval, micros);
        cells[used] = cell;
        counts[used++] = times.count(cell);
        totals[cell] += times.count(cell);
      }
    }
  }

  /**
   * In every slice, the times above quantile q of the whole, as near as the scale tells: above the
   * first cell that leaves at most 1 - q of all times above it.
   */
  SliceCounts above(double q) {
    long all = Arrays.stream(totals).sum();
    long above = all;
    int cell = -1;
    while (above > (1 - q) * all && cell < TimeCells.ENDLESS) {
      above -= totals[++cell];
    }
    SliceCounts series = new SliceCounts();
    for (int i = 0; i < used; i++) {
      series.addAt(slices[i], cells[i] > cell ? counts[i] : 0, counts[i]);
    }
    return series;
  }
}
