package io.sluice.gate;

import io.sluice.gate.stats.BatchMeans;

/** How much longer a run must be for an interval by batch means to leave its threshold out. */
final class BatchOutlook {
  private BatchOutlook() {}

  /**
   * How many times the samples it takes: (half-width / distance)², as an interval shrinks with the
   * root of its samples.
   */
  static double factor(BatchMeans means, double threshold, double tail) {
    double distance = Math.abs(means.mean() - threshold);
    return distance == 0 ? Double.POSITIVE_INFINITY : Math.pow(means.halfWidth(tail) / distance, 2);
  }
}
