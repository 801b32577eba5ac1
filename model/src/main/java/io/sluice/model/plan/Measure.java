package io.sluice.model.plan;

import io.sluice.model.run.Outcome;
import java.time.Duration;

/** The statistic that an objective compares with its threshold. */
public sealed interface Measure {
  /**
   * A quantile of the response time; a failed request counts as slower than any threshold.
   *
   * @param q 0 &lt; q &lt; 1
   */
  record ResponseQuantile(double q) implements Measure {
    public ResponseQuantile {
      Require.quantile(q);
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
      Require.quantile(q);
    }
  }

  /** The mean of a trend of the scenario's own. */
  record TrendMean(String metric) implements Measure {}

  /** The share of true values of a rate of the scenario's own. */
  record RateShare(String metric) implements Measure {}

  /** The longest response time that was seen; a failed request is over any threshold. */
  record ResponseMax() implements Measure {}

  /** The largest value of a trend of the scenario's own. */
  record TrendMax(String metric) implements Measure {}

  /** The sum of a counter of the scenario's own. */
  record CounterTotal(String metric) implements Measure {}

  /** What is added to a counter of the scenario's own, per second. */
  record CounterRate(String metric) implements Measure {}

  /** The last value of a gauge of the scenario's own. */
  record GaugeValue(String metric) implements Measure {}

  /**
   * The Application Performance Index (Apdex Alliance, Technical Specification 1.1): the mean over
   * all finished requests of 1 where the response time is at most {@code target}, 1/2 where it is
   * at most four times that, else 0, as for a request that failed.
   */
  record Apdex(Duration target) implements Measure {
    public Apdex {
      Require.positive("an apdex target", target);
    }
  }

  /** The share of finished requests with one outcome. */
  record OutcomeShare(Outcome outcome) implements Measure {}

  /** The share of finished requests whose answer had one of these statuses. */
  record StatusShare(StatusSet statuses) implements Measure {}

  /** The share of one check's results that passed. */
  record NamedCheckRate(String check) implements Measure {}

  /** Bytes per second, headers included, TLS not. */
  record ByteRate(Direction direction) implements Measure {}

  /** Which way bytes go. */
  enum Direction {
    SENT,
    RECEIVED
  }

  /** The share of seconds in which the error rate stayed below a limit. */
  record TimeAvailability(double errorLimit) implements Measure {
    public TimeAvailability {
      Require.share("an error rate", errorLimit);
    }
  }

  /**
   * How many times faster than allowed errors use up the budget of an availability target: the
   * error rate over 1 - target (Site Reliability Workbook, chapter 5). With a window, the worst of
   * all stretches of that length whose last twelfth burns as fast, too.
   *
   * @param target such as 0.999
   * @param window the long window; zero for the whole
   */
  record BurnRate(double target, Duration window) implements Measure {
    public BurnRate {
      Require.share("an availability target", target);
      if (window.isNegative()) {
        throw new IllegalArgumentException("a window must be >= 0, was " + Units.format(window));
      }
    }
  }

  /**
   * The share of the error budget of a period that the run would use up, were the period's other
   * time without errors.
   *
   * @param target such as 0.999
   * @param period such as 30 days
   */
  record ErrorBudget(double target, Duration period) implements Measure {
    public ErrorBudget {
      Require.share("an availability target", target);
      Require.positive("a period", period);
    }
  }

  /** Iterations that started, as a share of those that the plan wanted. */
  record OfferedLoad() implements Measure {}

  /**
   * What a Prometheus server knows of the target itself, over the measured time.
   *
   * @param query in PromQL, with one series as its result
   * @param url of the server; empty for the one that the command line names
   * @param reduction how the moments of the series become one value
   */
  record TargetMetric(String query, String url, Reduction reduction) implements Measure {
    public TargetMetric {
      query = query.strip();
      if (query.isEmpty()) {
        throw new IllegalArgumentException("a query must not be empty");
      }
      url = url.isEmpty() ? "" : ServerUrl.checked(url);
    }
  }

  /** What a threshold for the measure is counted in. */
  enum Unit {
    /** Nanoseconds. */
    TIME,
    /** 0 to 1. */
    SHARE,
    /** Per second. */
    RATE,
    /** Bytes per second. */
    BYTE_RATE,
    /** A plain number. */
    NUMBER
  }

  /** What its threshold is counted in. */
  default Unit unit() {
    return switch (this) {
      case ResponseQuantile _,
          ResponseMean _,
          ResponseMax _,
          TrendQuantile _,
          TrendMean _,
          TrendMax _ ->
          Unit.TIME;
      case ErrorRate _,
          Availability _,
          CheckRate _,
          NamedCheckRate _,
          RateShare _,
          OutcomeShare _,
          StatusShare _,
          TimeAvailability _,
          ErrorBudget _,
          OfferedLoad _ ->
          Unit.SHARE;
      case Throughput _, CounterRate _ -> Unit.RATE;
      case ByteRate _ -> Unit.BYTE_RATE;
      case Apdex _, BurnRate _, CounterTotal _, GaugeValue _, TargetMetric _ -> Unit.NUMBER;
    };
  }

  /** Whether its threshold is a ceiling, a floor, or may be either. */
  enum Goal {
    /** {@code <} or {@code <=}. */
    CEILING,
    /** {@code >} or {@code >=}. */
    FLOOR,
    /** Any of the four. */
    EITHER
  }

  /** What kind of threshold it takes. */
  default Goal goal() {
    return switch (this) {
      case ResponseQuantile _,
          ResponseMean _,
          ResponseMax _,
          TrendQuantile _,
          TrendMean _,
          TrendMax _,
          ErrorRate _,
          OutcomeShare _,
          StatusShare _,
          BurnRate _,
          ErrorBudget _ ->
          Goal.CEILING;
      case Throughput _,
          ByteRate _,
          Availability _,
          TimeAvailability _,
          CheckRate _,
          NamedCheckRate _,
          Apdex _,
          OfferedLoad _ ->
          Goal.FLOOR;
      case RateShare _, CounterTotal _, CounterRate _, GaugeValue _, TargetMetric _ -> Goal.EITHER;
    };
  }

  /** Whether it looks at checks. */
  default boolean ofChecks() {
    return this instanceof CheckRate || this instanceof NamedCheckRate;
  }

  /** The metric of the scenario's own that it looks at, or empty. */
  default String ownMetric() {
    return switch (this) {
      case TrendQuantile trend -> trend.metric();
      case TrendMean trend -> trend.metric();
      case TrendMax trend -> trend.metric();
      case RateShare rate -> rate.metric();
      case CounterTotal counter -> counter.metric();
      case CounterRate counter -> counter.metric();
      case GaugeValue gauge -> gauge.metric();
      case ResponseQuantile _,
          ResponseMean _,
          ResponseMax _,
          ErrorRate _,
          Availability _,
          Throughput _,
          ByteRate _,
          CheckRate _,
          NamedCheckRate _,
          Apdex _,
          OutcomeShare _,
          StatusShare _,
          TimeAvailability _,
          BurnRate _,
          ErrorBudget _,
          OfferedLoad _,
          TargetMetric _ ->
          "";
    };
  }

  /** Whether it can be asked of each stretch of a length: of a run's worst minute. */
  default boolean hasWorst() {
    return switch (this) {
      case ResponseQuantile _,
          ResponseMean _,
          TrendQuantile _,
          TrendMean _,
          ErrorRate _,
          Availability _,
          CheckRate _,
          NamedCheckRate _,
          RateShare _,
          OutcomeShare _,
          StatusShare _,
          Apdex _ ->
          true;
      // the worst stretch of a maximum is the whole; the others are about time already
      case ResponseMax _,
          TrendMax _,
          Throughput _,
          ByteRate _,
          CounterRate _,
          TimeAvailability _,
          BurnRate _,
          ErrorBudget _,
          OfferedLoad _,
          CounterTotal _,
          GaugeValue _,
          TargetMetric _ ->
          false;
    };
  }
}
