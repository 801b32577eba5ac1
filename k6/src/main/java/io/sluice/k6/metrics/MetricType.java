package io.sluice.k6.metrics;

import java.util.Locale;

/** The four ways in which samples are added up. */
public enum MetricType {
  /** The sum of all values. */
  COUNTER,
  /** The last value, the least and the greatest. */
  GAUGE,
  /** The distribution of all values. */
  TREND,
  /** The share of the values that are not 0. */
  RATE;

  /** The type as k6's formats spell it, such as {@code counter}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
