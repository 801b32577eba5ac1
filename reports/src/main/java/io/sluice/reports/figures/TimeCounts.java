package io.sluice.reports.figures;

import java.util.Arrays;

/**
 * How many times lie in which bucket of {@link TimeBuckets}; buckets that hold none are left out.
 * Immutable.
 */
public final class TimeCounts {
  /** Of nothing. */
  public static final TimeCounts NONE = new TimeCounts(new int[0], new long[0]);

  private final int[] buckets;
  private final long[] counts;

  private TimeCounts(int[] buckets, long[] counts) {
    this.buckets = buckets;
    this.counts = counts;
  }

  /** How many buckets hold something. */
  public int size() {
    return buckets.length;
  }

  /**
   * The bucket at a place.
   *
   * @param place 0 to {@link #size()} - 1; buckets rise with it
   */
  public int bucket(int place) {
    return buckets[place];
  }

  /** How many times the bucket at a place holds, more than 0. */
  public long count(int place) {
    return counts[place];
  }

  /** How many times there are. */
  public long total() {
    return Arrays.stream(counts).sum();
  }

  /** These and others. */
  TimeCounts plus(TimeCounts other) {
    if (size() == 0 || other.size() == 0) {
      return size() == 0 ? other : this;
    }
    Builder sum = new Builder();
    int i = 0;
    int k = 0;
    while (i < size() || k < other.size()) {
      if (k == other.size() || (i < size() && buckets[i] <= other.buckets[k])) {
        sum.add(buckets[i], counts[i]);
        i++;
      } else {
        sum.add(other.buckets[k], other.counts[k]);
        k++;
      }
    }
    return sum.build();
  }

  /** Takes counts of buckets that do not fall. */
  static final class Builder {
    private int[] buckets = new int[16];
    private long[] counts = new long[16];
    private int size;

    void add(int bucket, long count) {
      if (size > 0 && buckets[size - 1] == bucket) {
        counts[size - 1] += count;
        return;
      }
      if (size == buckets.length) {
        buckets = Arrays.copyOf(buckets, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      buckets[size] = bucket;
      counts[size++] = count;
    }

    TimeCounts build() {
      return size == 0
          ? NONE
          : new TimeCounts(Arrays.copyOf(buckets, size), Arrays.copyOf(counts, size));
    }
  }
}
