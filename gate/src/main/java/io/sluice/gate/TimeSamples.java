package io.sluice.gate;

import io.sluice.model.run.Interval;
import org.HdrHistogram.Histogram;

/** Where the times of an objective come from. */
sealed interface TimeSamples permits ResponseTimes, TrendTimes {
  /**
   * What an interval adds.
   *
   * @param above samples above the limit; failed requests are above any
   * @param all samples
   * @param aboveByService the same as {@code above}, by service time
   */
  record Counts(long above, long all, long aboveByService) {}

  /**
   * Sums of an interval.
   *
   * @param micros sum of the times
   * @param count how many
   * @param serviceMicros sum of the service times
   * @param serviceCount how many
   */
  record Sums(double micros, long count, double serviceMicros, long serviceCount) {}

  /** Counts what an interval holds. */
  Counts count(Interval interval, TimeLimit limit);

  /** Adds up what an interval holds. */
  Sums sum(Interval interval);

  /** All times that were counted and have an end, in microseconds. */
  Histogram times();

  /** What a sample is called. */
  String noun();

  /** Why some samples have no time, as a clause; empty if all have one. */
  String missing();

  /** Sum of the values of a histogram; its bucket's middle stands for each value. */
  static double sum(Histogram histogram) {
    return histogram.getTotalCount() == 0 ? 0 : histogram.getMean() * histogram.getTotalCount();
  }
}
