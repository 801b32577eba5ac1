package io.sluice.k6.metrics;

import java.util.Locale;

/** What the values of a metric are, so that they can be shown with a unit. */
public enum Contains {
  /** Plain numbers. */
  DEFAULT,
  /** Durations in milliseconds. */
  TIME,
  /** Bytes. */
  DATA;

  /** The word of k6's formats, such as {@code time}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
