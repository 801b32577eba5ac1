package io.sluice.gate.stats;

import java.util.Arrays;

/**
 * How many events each slice of a run held, and how many of them were bad: what every decision on a
 * share rests on. Slices are in the order of time; some may be empty. Not thread-safe.
 */
public final class SliceCounts {
  private long[] bad = new long[64];
  private long[] all = new long[64];
  private int size;
  private long badSum;
  private long sum;

  /** Appends a slice. */
  public void add(long badInSlice, long allInSlice) {
    if (badInSlice < 0 || badInSlice > allInSlice) {
      throw new IllegalArgumentException(
          "a slice must hold 0 to %d bad events, was %d".formatted(allInSlice, badInSlice));
    }
    if (size == bad.length) {
      bad = Arrays.copyOf(bad, 2 * size);
      all = Arrays.copyOf(all, 2 * size);
    }
    bad[size] = badInSlice;
    all[size] = allInSlice;
    size++;
    badSum += badInSlice;
    sum += allInSlice;
  }

  /** How many slices there are. */
  public int size() {
    return size;
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
