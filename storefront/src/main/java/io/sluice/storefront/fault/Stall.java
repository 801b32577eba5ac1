package io.sluice.storefront.fault;

import java.time.Duration;

/**
 * A pause in which no answer leaves, again and again: the first begins at {@code first} after the
 * server's start, each next one a {@code period} after the one before. Requests are still read;
 * what would have been answered in a pause leaves at its end.
 *
 * <pre>
 * period         |------------------|------------------|--
 * answers  ooooooo.....ooooooooooooo.....ooooooooooooo.....oo      . held until the pause is over
 * start    |first|
 * </pre>
 */
public record Stall(Duration length, Duration period, Duration first) {
  public Stall {
    if (length.isNegative() || length.compareTo(period) >= 0) {
      throw new IllegalArgumentException(
          "stall must be shorter than its period and not negative, was "
              + length
              + " in every "
              + period);
    }
    if (first.isNegative()) {
      throw new IllegalArgumentException("a first stall must not be negative, was " + first);
    }
  }

  /** Stalls at the end of each period, the first of which begins with the server. */
  public Stall(Duration length, Duration period) {
    this(length, period, period.minus(length));
  }

  /** Never stalls. */
  public static Stall none() {
    return new Stall(Duration.ZERO, Duration.ofSeconds(1));
  }

  /**
   * Reads {@code 1s/10s}: 1 s in every 10 s, at their end; or {@code 1s/10s@4s}: from 4 s after the
   * start on.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Stall parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "stall must be a length and a period such as 1s/10s or 1s/10s@4s, was '" + text + "'");
    }
    int at = text.indexOf('@', slash);
    Duration length = DurationText.parse(text.substring(0, slash));
    Duration period = DurationText.parse(text.substring(slash + 1, at < 0 ? text.length() : at));
    return at < 0
        ? new Stall(length, period)
        : new Stall(length, period, DurationText.parse(text.substring(at + 1)));
  }

  /**
   * When an answer that is due may leave.
   *
   * @param dueNanos nanoseconds since the server's start, at least 0
   * @return {@code dueNanos}, or the end of the pause that it falls into
   */
  public long releaseNanos(long dueNanos) {
    long since = dueNanos - first.toNanos();
    if (since < 0) {
      return dueNanos;
    }
    long phase = since % period.toNanos();
    boolean held = phase < length.toNanos();
    return held ? dueNanos - phase + length.toNanos() : dueNanos;
  }

  /** How much of the time since the start was no pause. */
  public long workedNanos(long elapsedNanos) {
    long since = elapsedNanos - first.toNanos();
    if (since < 0) {
      return elapsedNanos;
    }
    long pauses = since / period.toNanos();
    long phase = since % period.toNanos();
    return elapsedNanos - pauses * length.toNanos() - Math.min(phase, length.toNanos());
  }

  /** When so much time was no pause, but not in a pause: the inverse of {@link #workedNanos}. */
  public long instantOf(long workedNanos) {
    long since = workedNanos - first.toNanos();
    if (since < 0) {
      return workedNanos;
    }
    long pauses = since / (period.toNanos() - length.toNanos()) + 1;
    return workedNanos + pauses * length.toNanos();
  }
}
