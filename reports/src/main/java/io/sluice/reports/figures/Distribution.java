package io.sluice.reports.figures;

import org.HdrHistogram.Histogram;

/**
 * A distribution of durations in milliseconds, with microsecond resolution. Without samples all
 * values are {@code NaN}.
 *
 * @param samples how many durations
 * @param min the shortest
 * @param mean their mean
 * @param p50 half of them are not longer
 * @param p90 90 % of them are not longer
 * @param p95 95 % of them are not longer
 * @param p99 99 % of them are not longer
 * @param p999 99.9 % of them are not longer
 * @param max the longest
 */
public record Distribution(
    long samples,
    double min,
    double mean,
    double p50,
    double p90,
    double p95,
    double p99,
    double p999,
    double max) {

  /** The distribution of a histogram of microseconds. */
  static Distribution of(Histogram micros) {
    long samples = micros.getTotalCount();
    if (samples == 0) {
      double none = Double.NaN;
      return new Distribution(0, none, none, none, none, none, none, none, none);
    }
    return new Distribution(
        samples,
        millis(micros.getMinValue()),
        millis(Math.round(micros.getMean())),
        percentile(micros, 50),
        percentile(micros, 90),
        percentile(micros, 95),
        percentile(micros, 99),
        percentile(micros, 99.9),
        millis(micros.getMaxValue()));
  }

  /** A percentile in milliseconds, or {@code NaN} without samples. */
  static double percentile(Histogram micros, double percent) {
    return micros.getTotalCount() == 0 ? Double.NaN : millis(micros.getValueAtPercentile(percent));
  }

  /** The longest duration in milliseconds, or {@code NaN} without samples. */
  static double max(Histogram micros) {
    return micros.getTotalCount() == 0 ? Double.NaN : millis(micros.getMaxValue());
  }

  private static double millis(long micros) {
    return micros / 1000.0;
  }
}
