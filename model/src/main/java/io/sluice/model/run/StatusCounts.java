package io.sluice.model.run;

import java.util.function.IntConsumer;

/** How often each HTTP status was seen. Not thread-safe. */
public final class StatusCounts {
  private static final int FIRST = 100;
  private final long[] counts = new long[900];

  /** Counts one. A status outside 100 to 999 is not counted. */
  public void increment(int status) {
    add(status, 1);
  }

  /** Counts some. A status outside 100 to 999 is not counted. */
  public void add(int status, long count) {
    int index = status - FIRST;
    if (index >= 0 && index < counts.length) {
      counts[index] += count;
    }
  }

  /** How often the status was seen. */
  public long of(int status) {
    return counts[status - FIRST];
  }

  /** Calls back with every status that was seen, in ascending order. */
  public void forEachSeen(IntConsumer status) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        status.accept(FIRST + i);
      }
    }
  }

  void add(StatusCounts other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  void reset() {
    java.util.Arrays.fill(counts, 0);
  }
}
