package io.sluice.gate;

import io.sluice.gate.stats.TimeScale;
import io.sluice.model.run.Times;
import org.HdrHistogram.Histogram;

/** Times by the cell of the {@link TimeScale} that they lie in. Not thread-safe. */
final class TimeCells {
  private final int[] counts = new int[TimeScale.CELLS];

  /** Adds the times of a histogram in microseconds. */
  void add(Histogram times) {
    Times.forEachBucket(
        times, (micros, count) -> counts[TimeScale.cellOf(micros)] += Math.toIntExact(count));
  }

  /** Adds other cells. */
  void add(TimeCells other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** Adds requests that have no time. */
  void addEndless(long count) {
    counts[TimeScale.ENDLESS] += Math.toIntExact(count);
  }

  /** How many times lie in a cell. */
  int count(int cell) {
    return counts[cell];
  }

  /** The median, interpolated within its cell; {@code NaN} without times. */
  double median() {
    long all = 0;
    for (int cell = 0; cell < TimeScale.ENDLESS; cell++) {
      all += counts[cell];
    }
    long below = 0;
    for (int cell = 0; cell < TimeScale.ENDLESS; cell++) {
      if (counts[cell] > 0 && 2 * (below + counts[cell]) >= all) {
        double inside = (all / 2.0 - below) / counts[cell];
        return TimeScale.lowest(cell)
            + inside * (TimeScale.lowest(cell + 1) - TimeScale.lowest(cell));
      }
      below += counts[cell];
    }
    return Double.NaN;
  }

  /** Empties all cells. */
  void reset() {
    java.util.Arrays.fill(counts, 0);
  }
}
