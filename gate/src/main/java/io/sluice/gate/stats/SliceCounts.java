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
  private int next;
  private int first = Integer.MAX_VALUE;
  private int end;
  private long badSum;
  private long sum;

  /** Appends a slice. */
  public void add(long badInSlice, long allInSlice) {
    addAt(next, badInSlice, allInSlice);
    next++;
  }

  /** Adds events to a slice, counted from 0 at the start of the run. */
  public void addAt(int slice, long badInSlice, long allInSlice) {
    if (badInSlice < 0 || badInSlice > allInSlice) {
      throw new IllegalArgumentException(
          "a slice must hold 0 to %d bad events, was %d".formatted(allInSlice, badInSlice));
    }
    if (allInSlice == 0) {
      return;
    }
    if (slice >= bad.length) {
      int length = Math.max(slice + 1, 2 * bad.length);
      bad = Arrays.copyOf(bad, length);
      all = Arrays.copyOf(all, length);
    }
    bad[slice] += badInSlice;
    all[slice] += allInSlice;
    first = Math.min(first, slice);
    end = Math.max(end, slice + 1);
    badSum += badInSlice;
    sum += allInSlice;
  }

  /** Adds other events, slice by slice. */
  public void add(SliceCounts other) {
    for (int s = other.first; s < other.end; s++) {
      addAt(s, other.bad[s], other.all[s]);
    }
  }

  /** What the slices before one held. */
  public SliceCounts before(int slice) {
    SliceCounts part = new SliceCounts();
    for (int s = 0; s < Math.min(slice, end); s++) {
      part.addAt(s, bad[s], all[s]);
    }
    return part;
  }

  /** How many slices there are, from the first to the last event. */
  public int size() {
    return Math.max(0, end - first);
  }

  /** Bad events of a slice, 0 for the first that has any events. */
  public long bad(int slice) {
    return bad[first + slice];
  }

  /** Events of a slice, 0 for the first that has any. */
  public long all(int slice) {
    return all[first + slice];
  }

  /** Bad events of all slices. */
  public long bad() {
    return badSum;
  }

  /**
   * How many slices the bad events are spread over, were they alike in each: (Σ k)² / Σ k², 0
   * without any.
   */
  public double spread() {
    double squares = 0;
    for (int s = first; s < end; s++) {
      squares += (double) bad[s] * bad[s];
    }
    return squares == 0 ? 0 : (double) badSum * badSum / squares;
  }

  /** Events of all slices. */
  public long all() {
    return sum;
  }
}
