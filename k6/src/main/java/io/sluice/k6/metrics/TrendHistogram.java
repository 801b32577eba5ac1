package io.sluice.k6.metrics;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/**
 * Many values of a trend, counted by magnitude.
 *
 * <p>HdrHistogram in units of a millionth (a nanosecond, where values are milliseconds), one for
 * the values from 0 up and one for those below. With {@value #DIGITS} significant digits the value
 * at a rank is within 0.05 % of the true one, and within a millionth where values are smaller than
 * a thousandth. Magnitudes of more than 4 * 10^12 (126 years of milliseconds) are counted as that.
 */
final class TrendHistogram {
  static final int DIGITS = 3;
  private static final double UNITS = 1e6;
  private static final long GREATEST = 4_000_000_000_000_000_000L;

  private final Histogram above = new Histogram(DIGITS);
  private @Nullable Histogram below;

  void add(double value) {
    if (value >= 0) {
      above.recordValue(units(value));
    } else {
      negatives().recordValue(units(-value));
    }
  }

  void add(TrendHistogram other) {
    above.add(other.above);
    if (other.below != null) {
      negatives().add(other.below);
    }
  }

  void reset() {
    above.reset();
    if (below != null) {
      below.reset();
    }
  }

  /** Between the value at a rank, from 0, and the next: at this share of the way. */
  double between(long rank, double share) {
    double low = at(rank);
    return share == 0 ? low : low + (at(rank + 1) - low) * share;
  }

  private double at(long rank) {
    long less = below == null ? 0 : below.getTotalCount();
    return below != null && rank < less
        ? -at(below, less - 1 - rank) / UNITS
        : at(above, rank - less) / UNITS;
  }

  private static double at(Histogram histogram, long rank) {
    long passed = 0;
    for (HistogramIterationValue bucket : histogram.recordedValues()) {
      passed += bucket.getCountAddedInThisIterationStep();
      if (passed > rank) {
        return (double) histogram.medianEquivalentValue(bucket.getValueIteratedTo());
      }
    }
    return (double) histogram.getMaxValue();
  }

  private Histogram negatives() {
    if (below == null) {
      below = new Histogram(DIGITS);
    }
    return below;
  }

  private static long units(double magnitude) {
    return Math.min(Math.round(magnitude * UNITS), GREATEST);
  }
}
