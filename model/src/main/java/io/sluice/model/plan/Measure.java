package io.sluice.model.plan;

/** The statistic that an objective compares with its threshold. */
public sealed interface Measure {
  /**
   * A quantile of the response time; a failed request counts as slower than any threshold.
   *
   * @param q 0 &lt; q &lt; 1
   */
  record ResponseQuantile(double q) implements Measure {
    public ResponseQuantile {
      requireQuantile(q);
    }
  }

  /** The mean response time of finished requests. */
  record ResponseMean() implements Measure {}

  /** The share of finished requests that failed. */
  record ErrorRate() implements Measure {}

  /** 1 - error rate. */
  record Availability() implements Measure {}

  /** Successful requests per second of the measured windows. */
  record Throughput() implements Measure {}

  /** The share of checks that passed. */
  record CheckRate() implements Measure {}

  /** A quantile of a trend of the scenario's own. */
  record TrendQuantile(String metric, double q) implements Measure {
    public TrendQuantile {
      requireQuantile(q);
    }
  }

  /** The mean of a trend of the scenario's own. */
  record TrendMean(String metric) implements Measure {}

  /** The share of true values of a rate of the scenario's own. */
  record RateShare(String metric) implements Measure {}

  /** What a threshold for the measure is counted in. */
  enum Unit {
    /** Nanoseconds. */
    TIME,
    /** 0 to 1. */
    SHARE,
    /** Per second. */
    RATE
  }

  /** What its threshold is counted in. */
  default Unit unit() {
    return switch (this) {
      case ResponseQuantile _, ResponseMean _, TrendQuantile _, TrendMean _ -> Unit.TIME;
      case ErrorRate _, Availability _, CheckRate _, RateShare _ -> Unit.SHARE;
      case Throughput _ -> Unit.RATE;
    };
  }

  private static void requireQuantile(double q) {
    if (!(q > 0 && q < 1)) {
      throw new IllegalArgumentException(
          "a percentile must lie between p0 and p100, was p" + Units.number(q * 100));
    }
  }
}
