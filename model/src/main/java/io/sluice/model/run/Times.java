package io.sluice.model.run;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Makes the histograms of a run: microseconds, 3 significant digits, up to one hour (values beyond
 * are recorded as one hour).
 */
public final class Times {
  /** The largest value that is told apart, in microseconds. */
  public static final long MAX_MICROS = 3_600_000_000L;

  /** Significant digits: values are kept to 0.1 %. */
  public static final int DIGITS = 3;

  private static final Histogram EMPTY = fresh();

  private Times() {}

  /** An empty histogram that grows as it needs. */
  public static Histogram fresh() {
    return new TimeHistogram(DIGITS);
  }

  /** A histogram without values; nobody may record into it. */
  public static Histogram empty() {
    return EMPTY;
  }

  /** Takes a bucket of a histogram. */
  @FunctionalInterface
  public interface Bucket {
    /**
     * A bucket that holds something.
     *
     * @param micros the largest time that it holds, in microseconds
     * @param count how many times it holds, 1 or more
     */
    void visit(long micros, long count);
  }

  /** Calls back with every bucket that holds something, in rising order. */
  public static void forEachBucket(Histogram histogram, Bucket visitor) {
    if (histogram instanceof TimeHistogram times) {
      times.forEachBucket(visitor);
    } else if (histogram.getTotalCount() > 0) {
      for (HistogramIterationValue value : histogram.recordedValues()) {
        visitor.visit(value.getValueIteratedTo(), value.getCountAtValueIteratedTo());
      }
    }
  }

  /** Empties a histogram; costs nothing if it is empty. */
  static void clear(Histogram histogram) {
    if (histogram.getTotalCount() > 0) {
      histogram.reset();
    }
  }

  /** Records a duration of nanoseconds, rounded up to microseconds. */
  public static void record(Histogram histogram, long nanos) {
    long micros = nanos <= 0 ? 0 : (nanos + 999) / 1000;
    histogram.recordValue(Math.min(micros, MAX_MICROS));
  }

  /** Records a duration of nanoseconds so many times. */
  public static void record(Histogram histogram, long nanos, long count) {
    long micros = nanos <= 0 ? 0 : (nanos + 999) / 1000;
    histogram.recordValueWithCount(Math.min(micros, MAX_MICROS), count);
  }

  /** Takes away what was added. */
  static void subtract(Histogram sum, Histogram part) {
    if (part.getTotalCount() > 0) {
      sum.subtract(part);
    }
  }

  /** Adds one histogram to another; an empty one costs nothing. */
  static void add(Histogram sum, Histogram other) {
    if (other.getTotalCount() > 0) {
      sum.add(other);
    }
  }
}
