package io.sluice.reports.figures;

import io.sluice.model.run.Times;
import org.HdrHistogram.Histogram;

/**
 * Buckets of times that a page can carry for every stretch of a run: microseconds, exact below 128,
 * beyond it 64 buckets for each doubling, so that a bucket's middle is within 0.8 % of what lies in
 * it. Log-linear as HdrHistogram's own, only coarser.
 */
public final class TimeBuckets {
  /** Buckets for each doubling. */
  public static final int PER_DOUBLING = 64;

  private static final int SHIFT = Integer.numberOfTrailingZeros(PER_DOUBLING);

  private TimeBuckets() {}

  /**
   * The bucket of a time.
   *
   * @param micros 0 or more
   */
  public static int index(long micros) {
    if (micros < 2L * PER_DOUBLING) {
      return (int) Math.max(0, micros);
    }
    int shift = 63 - Long.numberOfLeadingZeros(micros) - SHIFT;
    return shift * PER_DOUBLING + (int) (micros >>> shift);
  }

  /** The shortest time of a bucket, in microseconds. */
  public static long lowest(int index) {
    if (index < 2 * PER_DOUBLING) {
      return index;
    }
    int shift = index / PER_DOUBLING - 1;
    return (long) (index - shift * PER_DOUBLING) << shift;
  }

  /** What a histogram of microseconds holds, by bucket. */
  static TimeCounts counts(Histogram histogram) {
    TimeCounts.Builder counts = new TimeCounts.Builder();
    Times.forEachBucket(histogram, (micros, count) -> counts.add(index(micros), count));
    return counts.build();
  }
}
