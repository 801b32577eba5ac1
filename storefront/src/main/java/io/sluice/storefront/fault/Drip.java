package io.sluice.storefront.fault;

import java.time.Duration;

/**
 * An answer's body leaves in pieces: the first with its head, each next one an interval after the
 * one before.
 *
 * @param pieceBytes at least 1
 * @param interval more than 0
 */
public record Drip(int pieceBytes, Duration interval) {
  public Drip {
    if (pieceBytes < 1) {
      throw new IllegalArgumentException("a drip's piece must be > 0 bytes, was " + pieceBytes);
    }
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("a drip's interval must be > 0, was " + interval);
    }
  }

  /** The body leaves at once. */
  public static Drip none() {
    return new Drip(Integer.MAX_VALUE, Duration.ofNanos(1));
  }

  /**
   * Reads {@code 16B/100ms}: 16 bytes every 100 ms.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Drip parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "drip must be a size and an interval such as 16B/100ms, was '" + text + "'");
    }
    return new Drip(
        ByteText.parse(text.substring(0, slash)), DurationText.parse(text.substring(slash + 1)));
  }
}
