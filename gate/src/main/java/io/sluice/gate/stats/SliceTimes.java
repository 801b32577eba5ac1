package io.sluice.gate.stats;

import java.util.Arrays;
import java.util.List;

/**
 * The times of every slice of a run on the {@link TimeScale}, packed: how the slow ones are spread
 * over time says how independent they are. A cell of a slice takes about three bytes. Not
 * thread-safe.
 */
public final class SliceTimes {
  private static final int LONGEST = 3 * 5;

  private final long[] totals = new long[TimeScale.CELLS];
  private byte[] bytes = new byte[256];
  private int used;
  private int lastSlice;
  private int lastCell;

  /** Adds times of a cell to a slice; cheapest where neither is far from the ones before. */
  public void add(int slice, int cell, int count) {
    if (used + LONGEST > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    put(folded(slice - lastSlice));
    put(folded(cell - lastCell));
    put(count);
    lastSlice = slice;
    lastCell = cell;
    totals[cell] += count;
  }

  /** Small numbers of either sign as small ones without: 0, -1, 1, -2, … */
  private static int folded(int difference) {
    return difference << 1 ^ difference >> 31;
  }

  private static int unfolded(int folded) {
    return folded >>> 1 ^ -(folded & 1);
  }

  private void put(int number) {
    int rest = number;
    while (rest >>> 7 != 0) {
      bytes[used++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[used++] = (byte) rest;
  }

  /** Reads what {@link #put} wrote. */
  private final class Reader {
    private int at;

    int next() {
      int number = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = bytes[at++];
        number |= (part & 0x7f) << shift;
        if (part >= 0) {
          return number;
        }
      }
    }
  }

  /**
   * In every slice, the times above quantile q of the whole, as near as the scale tells: above the
   * first cell that leaves at most 1 - q of all times above it.
   */
  public SliceCounts above(double q) {
    return above(List.of(this), q);
  }

  /** The same of several, as if their times were those of one. */
  public static SliceCounts above(List<SliceTimes> parts, double q) {
    long[] totals = new long[TimeScale.CELLS];
    for (SliceTimes part : parts) {
      for (int cell = 0; cell < totals.length; cell++) {
        totals[cell] += part.totals[cell];
      }
    }
    long all = Arrays.stream(totals).sum();
    long above = all;
    int cell = -1;
    while (above > (1 - q) * all && cell < TimeScale.ENDLESS) {
      above -= totals[++cell];
    }
    SliceCounts counts = new SliceCounts();
    for (SliceTimes part : parts) {
      part.addAbove(cell, counts);
    }
    return counts;
  }

  private void addAbove(int limit, SliceCounts counts) {
    Reader reader = new Reader();
    int slice = 0;
    int cell = 0;
    while (reader.at < used) {
      slice += unfolded(reader.next());
      cell += unfolded(reader.next());
      int count = reader.next();
      counts.addAt(slice, cell > limit ? count : 0, count);
    }
  }
}
