package io.sluice.gate;

import io.sluice.gate.stats.BatchMeans;
import java.util.Arrays;

/** Sums and counts of slices, for a mean of all values. Not thread-safe. */
final class Means {
  private double[] sums = new double[64];
  private double[] counts = new double[64];
  private int size;

  /** Appends a slice. */
  void add(double sum, long count) {
    if (size == sums.length) {
      sums = Arrays.copyOf(sums, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    sums[size] = sum;
    counts[size] = count;
    size++;
  }

  /** How many slices there are. */
  int size() {
    return size;
  }

  /** How many values there are. */
  long values() {
    return (long) Arrays.stream(counts, 0, size).sum();
  }

  /** Their batch means. */
  BatchMeans batch(double tail) {
    return BatchMeans.of(Arrays.copyOf(sums, size), Arrays.copyOf(counts, size), tail);
  }
}
