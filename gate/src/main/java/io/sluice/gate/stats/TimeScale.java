package io.sluice.gate.stats;

/**
 * A coarse logarithmic scale of times: 16 cells to a doubling, so that a cell is at most 6.25 %
 * wide. Fine enough to tell which requests of a second were among the slowest of a run, and coarse
 * enough to keep for every second.
 */
public final class TimeScale {
  private static final int STEPS = 16;
  private static final int LOG_STEPS = 4;

  /** Beyond the largest time: of requests that never had one. */
  public static final int ENDLESS = cellOf(Long.MAX_VALUE) + 1;

  /** How many cells there are, the endless one included. */
  public static final int CELLS = ENDLESS + 1;

  private TimeScale() {}

  /** The cell of a time in microseconds. */
  public static int cellOf(long micros) {
    if (micros < STEPS) {
      return (int) micros;
    }
    int shift = Long.SIZE - 1 - LOG_STEPS - Long.numberOfLeadingZeros(micros);
    return (shift + 1) * STEPS + (int) (micros >>> shift) - STEPS;
  }

  /** The smallest time of a cell, in microseconds. */
  public static double lowest(int cell) {
    if (cell < STEPS) {
      return cell;
    }
    int shift = cell / STEPS - 1;
    return Math.scalb((double) (cell % STEPS + STEPS), shift);
  }
}
