package io.sluice.storefront.fault;

import java.time.Duration;

/**
 * A pause in which no answer leaves: the last {@code length} of every {@code period}. Requests are
 * still read; what would have been answered in the pause leaves at its end.
 *
 * <pre>
 * period   |------------------|------------------|--
 * answers  |ooooooooooooo.....|ooooooooooooo.....|oo      . held until the next period begins
 * </pre>
 */
public record Stall(Duration length, Duration period) {
  public Stall {
    if (length.isNegative() || length.compareTo(period) >= 0) {
      throw new IllegalArgumentException(
          "stall must be shorter than its period and not negative, was "
              + length
              + " in every "
              + period);
    }
  }

  /** Never stalls. */
  public static Stall none() {
    return new Stall(Duration.ZERO, Duration.ofSeconds(1));
  }

  /**
   * Reads {@code 1s/10s}: 1 s in every 10 s.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Stall parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "stall must be a length and a period such as 1s/10s, was '" + text + "'");
    }
    return new Stall(
        DurationText.parse(text.substring(0, slash)),
        DurationText.parse(text.substring(slash + 1)));
  }

  /**
   * When an answer that is due may leave.
   *
   * @param dueNanos nanoseconds since the first period began, at least 0
   * @return {@code dueNanos}, or the end of the pause that it falls into
   */
  public long releaseNanos(long dueNanos) {
    long periodNanos = period.toNanos();
    long phase = dueNanos % periodNanos;
    boolean held = phase >= periodNanos - length.toNanos();
    return held ? dueNanos - phase + periodNanos : dueNanos;
  }
}
