package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import java.util.Arrays;

/**
 * The times of every slice of a run, on the scale of {@link TimeCells}: how the slow ones are
 * spread over time says how independent they are. Not thread-safe.
 */
final class TimeSlices {
  private final long[] totals = new long[TimeCells.ENDLESS + 1];
  private int[] cells = new int[1024]; // of all slices, one after the other
  private int[] counts = new int[1024];
  private int[] ends = new int[64]; // where each slice ends
  private int slices;
  private int used;

  /** Appends a slice. */
  void add(TimeCells slice) {
    for (int cell = 0; cell <= TimeCells.ENDLESS; cell++) {
      if (slice.count(cell) > 0) {
        if (used == cells.length) {
          cells = Arrays.copyOf(cells, 2 * used);
          counts = Arrays.copyOf(counts, 2 * used);
        }
        cells[used] = cell;
        counts[used++] = slice.count(cell);
        totals[cell] += slice.count(cell);
      }
    }
    if (slices == ends.length) {
      ends = Arrays.copyOf(ends, 2 * slices);
    }
    ends[slices++] = used;
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
    int at = 0;
    for (int slice = 0; slice < slices; slice++) {
      long slow = 0;
      long any = 0;
      for (; at < ends[slice]; at++) {
        any += counts[at];
        slow += cells[at] > cell ? counts[at] : 0;
      }
      series.add(slow, any);
    }
    return series;
  }
}
