package io.sluice.model.run;

import org.HdrHistogram.Histogram;

/** What an interval saw of one metric of the scenario's own. Not thread-safe. */
public final class MetricCell {
  private final Histogram trend = Times.fresh();
  private long trues;
  private long total;

  /** Adds a duration to a trend. */
  public void time(long nanos) {
    Times.record(trend, nanos);
  }

  /** Adds a value to a rate. */
  public void count(boolean value) {
    total++;
    if (value) {
      trues++;
    }
  }

  /** Adds what another cell saw. */
  public void add(MetricCell other) {
    Times.add(trend, other.trend);
    add(other.trues, other.total);
  }

  void add(long moreTrues, long moreTotal) {
    trues += moreTrues;
    total += moreTotal;
  }

  void reset() {
    trend.reset();
    trues = 0;
    total = 0;
  }

  /** Durations of a trend, in microseconds. */
  public Histogram trend() {
    return trend;
  }

  /** True values of a rate. */
  public long trues() {
    return trues;
  }

  /** All values of a rate. */
  public long total() {
    return total;
  }
}
