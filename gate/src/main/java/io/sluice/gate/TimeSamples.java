package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.run.Interval;
import org.HdrHistogram.Histogram;

/** Where the times of an objective come from. */
sealed interface TimeSamples permits ResponseTimes, TrendTimes {
  /**
   * What an interval adds.
   *
   * @param above samples above the limit; failed requests are above any
   * @param all samples
   */
  record Counts(long above, long all) {}

  /**
   * Sums of an interval.
   *
   * @param micros sum of the times
   * @param count how many
   */
  record Sums(double micros, long count) {}

  /** Counts what an interval holds. */
  Counts count(Interval interval, TimeLimit limit);

  /** Adds what an interval holds to the slices that it was intended in. */
  void spread(Interval interval, TimeLimit limit, IntendedSlices intended, SliceCounts to);

  /** Requests under way at the end of an interval that are above the limit already. */
  long overdue(Interval interval, TimeLimit limit);

  /** Adds the times that the interval counted last holds to a slice. */
  void addTo(TimeCells slice);

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
