package io.sluice.model.run;

import org.HdrHistogram.Histogram;

/** What an interval saw of one metric of the scenario's own. Not thread-safe. */
public final class MetricCell {
  /** What a number is multiplied by in the histogram of a distribution of numbers. */
  public static final int PER_NUMBER = 1000;

  /** The largest number that percentiles of a distribution tell apart. */
  public static final double MAX_NUMBER = 1e12;

  private final Histogram trend = Times.fresh();
  private long trues;
  private long total;
  private double sum;
  private double last;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;

  /** Adds a duration to a trend. */
  public void time(long nanos) {
    Times.record(trend, nanos);
  }

  /** Adds a number to a distribution; its percentiles take one below 0 for 0. */
  public void distributed(double value) {
    number(value);
    trend.recordValue(Math.round(Math.clamp(value, 0, MAX_NUMBER) * PER_NUMBER));
  }

  /** Adds a value to a rate. */
  public void count(boolean value) {
    total++;
    if (value) {
      trues++;
    }
  }

  /** Adds a number to a counter, or sets a gauge to it. */
  public void number(double value) {
    total++;
    sum += value;
    last = value;
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }

  /** Adds what another cell saw; of two gauges the other one's last value is the later one. */
  public void add(MetricCell other) {
    Times.add(trend, other.trend);
    add(other.trues, other.total);
    addNumbers(other.sum, other.last, other.smallest, other.largest);
  }

  void addNumbers(double moreSum, double newLast, double otherSmallest, double otherLargest) {
    sum += moreSum;
    last = otherSmallest <= otherLargest ? newLast : last;
    smallest = Math.min(smallest, otherSmallest);
    largest = Math.max(largest, otherLargest);
  }

  void add(long moreTrues, long moreTotal) {
    trues += moreTrues;
    total += moreTotal;
  }

  void reset() {
    Times.clear(trend);
    trues = 0;
    total = 0;
    sum = 0;
    last = 0;
    smallest = Double.POSITIVE_INFINITY;
    largest = Double.NEGATIVE_INFINITY;
  }

  /** Durations of a trend, in microseconds, or thousandths of a distribution's numbers. */
  public Histogram trend() {
    return trend;
  }

  /** True values of a rate. */
  public long trues() {
    return trues;
  }

  /** How many values it was given; a trend's are those of its histogram. */
  public long total() {
    return total;
  }

  /** The sum of a counter or a distribution. */
  public double sum() {
    return sum;
  }

  /** The last value of a gauge; 0 without values. */
  public double last() {
    return last;
  }

  /** The smallest value of a gauge or a distribution; positive infinity without values. */
  public double smallest() {
    return smallest;
  }

  /** The largest value of a gauge or a distribution; negative infinity without values. */
  public double largest() {
    return largest;
  }
}
