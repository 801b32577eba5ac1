package io.sluice.gate;

import io.sluice.model.run.Times;
import org.HdrHistogram.Histogram;

/**
 * Times on a coarse logarithmic scale: 16 cells to a doubling, so that a cell is at most 6.25 %
 * wide. Fine enough to tell which requests of a second were among the slowest of a run, and small
 * enough to keep for every second. Not thread-safe.
 */
final class TimeCells {
  private static final int STEPS = 16;
  private static final int LOG_STEPS = 4;

  /** Beyond the largest time: of requests that never had one. */
  static final int ENDLESS = cellOf(Long.MAX_VALUE) + 1;

  private final int[] counts = new int[ENDLESS + 1];

  /** The cell of a time in microseconds. */
  static int cellOf(long micros) {
    if (micros < STEPS) {
      return (int) micros;
    }
    int shift = Long.SIZE - 1 - LOG_STEPS - Long.numberOfLeadingZeros(micros);
    return (shift + 1) * STEPS + (int) (micros >>> shift) - STEPS;
  }

  /** Adds the times of a histogram in microseconds. */
  void add(Histogram times) {
    Times.forEachBucket(times, (micros, count) -> counts[cellOf(micros)] += Math.toIntExact(count));
  }

  /** Adds other cells. */
  void add(TimeCells other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** Adds requests that have no time. */
  void addEndless(long count) {
    counts[ENDLESS] += Math.toIntExact(count);
  }

  /** How many times lie in a cell. */
  int count(int cell) {
    return counts[cell];
  }

  /** The median, interpolated within its cell; {@code NaN} without times. */
  double median() {
    long all = 0;
    for (int cell = 0; cell < ENDLESS; cell++) {
      all += counts[cell];
    }
    long below = 0;
    for (int cell = 0; cell < ENDLESS; cell++) {
      if (counts[cell] > 0 && 2 * (below + counts[cell]) >= all) {
        double inside = (all / 2.0 - below) / counts[cell];
        return lowest(cell) + inside * (lowest(cell + 1) - lowest(cell));
      }
      below += counts[cell];
    }
    return Double.NaN;
  }

  /** The smallest time of a cell, in microseconds. */
  static double lowest(int cell) {
    if (cell < STEPS) {
      return cell;
    }
    int shift = cell / STEPS - 1;
    return Math.scalb((double) (cell % STEPS + STEPS), shift);
  }

  /** Empties all cells. */
  void reset() {
    java.util.Arrays.fill(counts, 0);
  }
}
