package io.sluice.k6.script.port;

/** The four kinds of k6's metrics. */
public enum MetricType {
  /** A sum. */
  COUNTER,
  /** The latest value. */
  GAUGE,
  /** A share of values that are not zero. */
  RATE,
  /** A distribution. */
  TREND
}
