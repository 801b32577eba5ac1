package io.sluice.model.run;

import java.util.Arrays;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A histogram that also remembers its values one by one while they are few.
 *
 * <p>Most histograms of a slice hold a handful of values in thousands of buckets: adding one to
 * another, or reading it, then costs as much as its values, and not as much as its buckets. Beyond
 * {@value #FEW} values it is a histogram like any other. Not thread-safe.
 */
final class TimeHistogram extends Histogram {
  private static final long serialVersionUID = 1;

  /** So many values are remembered: about as many as cost as much as the buckets do. */
  static final int FEW = 128;

  private static final int MANY = -1;

  private long[] values = {};
  private int size;

  /** An empty histogram that grows as it needs. */
  TimeHistogram(int digits) {
    super(digits);
    setAutoResize(true);
  }

  @Override
  public void recordValue(long value) {
    super.recordValue(value);
    if (size != MANY) {
      remember(value);
    }
  }

  private void remember(long value) {
    if (size == FEW) {
      size = MANY;
      return;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(8, 2 * size));
    }
    values[size++] = value;
  }

  @Override
  public void recordValueWithCount(long value, long count) {
    if (size == MANY || count < 0 || count > FEW - size) {
      size = MANY;
      super.recordValueWithCount(value, count);
      return;
    }
    for (long i = 0; i < count; i++) {
      recordValue(value);
    }
  }

  @Override
  public void add(AbstractHistogram other) {
    if (other instanceof TimeHistogram times && times.size != MANY) {
      for (int i = 0; i < times.size; i++) {
        recordValue(times.values[i]);
      }
      return;
    }
    if (other.getTotalCount() > 0) {
      size = MANY;
      super.add(other);
    }
  }

  @Override
  public void subtract(AbstractHistogram other) {
    size = MANY;
    super.subtract(other);
  }

  @Override
  public void reset() {
    super.reset();
    size = 0;
  }

  @Override
  public long getCountBetweenValues(long low, long high) {
    if (size == MANY) {
      return super.getCountBetweenValues(low, high);
    }
    long from = lowestEquivalentValue(low);
    long to = highestEquivalentValue(high);
    long count = 0;
    for (int i = 0; i < size; i++) {
      if (values[i] >= from && values[i] <= to) {
        count++;
      }
    }
    return count;
  }

  @Override
  public double getMean() {
    if (size == MANY || size == 0) {
      return super.getMean();
    }
    double[] sum = new double[1];
    forEachBucket((value, count) -> sum[0] += medianEquivalentValue(value) * (double) count);
    return sum[0] / size;
  }

  /** Calls back with every bucket that holds something, in rising order. */
  void forEachBucket(Times.Bucket visitor) {
    if (size == MANY) {
      for (HistogramIterationValue value : recordedValues()) {
        visitor.visit(value.getValueIteratedTo(), value.getCountAtValueIteratedTo());
      }
      return;
    }
    Arrays.sort(values, 0, size);
    for (int i = 0; i < size; ) {
      long bucket = highestEquivalentValue(values[i]);
      int first = i;
      while (i < size && values[i] <= bucket) {
        i++;
      }
      visitor.visit(bucket, i - first);
    }
  }
}
