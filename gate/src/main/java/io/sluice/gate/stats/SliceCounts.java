package io.sluice.gate.stats;

import java.util.Arrays;

/**
 * How many events each slice of a run held, and how many of them were bad: what every decision on a
 * share rests on. Slices are in the order of time; some may be empty, but empty ones before the
 * first and after the last event do not count. Not thread-safe.
 */
public final class SliceCounts {
  private long[] bad = new long[64];
  private long[] all = new long[64];
  private int size;
  private int seen;
  private long badSum;
  private long sum;

  /** Appends a slice. */
  public void add(long badInSlice, long allInSlice) {
    if (badInSlice < 0 || badInSlice > allInSlice) {
      throw new IllegalArgumentException(
          "a slice must hold 0 to %d bad events, was %d".formatted(allInSlice, badInSlice));
    }
    if (allInSlice == 0 && sum == 0) {
      return;
    }
    if (size == bad.length) {
      bad = Arrays.copyOf(bad, 2 * size);
      all = Arrays.copyOf(all, 2 * size);
    }
    bad[size] = badInSlice;
    all[size] = allInSlice;
    size++;
    seen = allInSlice > 0 ? size : seen;
    badSum += badInSlice;
    sum += allInSlice;
  }

  /** How many slices there are, from the first to the last event. */
  public int size() {
    return seen;
  }

  /** Bad events of a slice. */
  public long bad(int slice) {
    return bad[slice];
  }

  /** Events of a slice. */
  public long all(int slice) {
    return all[slice];
  }

  /** Bad events of all slices. */
  public long bad() {
    return badSum;
  }

  /** Events of all slices. */
  public long all() {
    return sum;
  }
}
