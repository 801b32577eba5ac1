package io.sluice.k6.options;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as k6 reads and writes them.
 *
 * <pre>
 *  duration = [ sign ] number                                     milliseconds
 *           | [ sign ] part { part } | "0"
 *           | [ sign ] digits "d" [ part { part } ]               days come first
 *  part     = number unit         unit = "ns" | "us" | "µs" | "ms" | "s" | "m" | "h"
 *  number   = digits [ "." [ digits ] ] | "." digits
 * </pre>
 */
public final class GoDuration {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
  private static final Pattern WHOLE =
      Pattern.compile(
          "([+-]?)(?:(\\d{1,9})d)?((?:(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h))*)");
  private static final Pattern PART =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000_000_000L);

  private GoDuration() {}

  /**
   * A duration in nanoseconds, fractions of one cut off.
   *
   * @throws IllegalArgumentException if the text is none, or one of more than 292 years; the
   *     message says what was expected
   */
  public static long parse(String text) {
    String trimmed = text.strip();
    if (NUMBER.matcher(trimmed).matches()) {
      return nanos(new BigDecimal(trimmed).movePointRight(6), text);
    }
    Matcher whole = WHOLE.matcher(trimmed);
    if (!whole.matches() || (whole.group(2) == null && whole.group(3).isEmpty())) {
      throw new IllegalArgumentException(
          "expected a duration such as '30s', '1m30s', '500ms' or a number of milliseconds, was '"
              + text
              + "'");
    }
    BigDecimal sum =
        whole.group(2) == null ? BigDecimal.ZERO : new BigDecimal(whole.group(2)).multiply(DAY);
    Matcher part = PART.matcher(whole.group(3));
    while (part.find()) {
      BigDecimal unit = BigDecimal.valueOf(UNITS.getOrDefault(part.group(2), 1L));
      sum = sum.add(new BigDecimal(part.group(1)).multiply(unit));
    }
    return nanos(whole.group(1).equals("-") ? sum.negate() : sum, text);
  }

  private static long nanos(BigDecimal nanos, String text) {
    try {
      return nanos.setScale(0, RoundingMode.DOWN).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "expected a duration of at most 292 years, was '" + text + "'", e);
    }
  }

  /** The text of a duration, such as {@code 1m30s}, {@code 1.5s}, {@code 250ms} or {@code 0s}. */
  public static String format(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    if (nanos < 0) {
      return "-" + (nanos == Long.MIN_VALUE ? format(Long.MAX_VALUE) : format(-nanos));
    }
    if (nanos < 1_000) {
      return nanos + "ns";
    }
    if (nanos < 1_000_000) {
      return decimal(nanos, 3) + "µs";
    }
    if (nanos < 1_000_000_000) {
      return decimal(nanos, 6) + "ms";
    }
    long minutes = nanos / 60_000_000_000L;
    String seconds = decimal(nanos % 60_000_000_000L, 9) + "s";
    if (minutes == 0) {
      return seconds;
    }
    String below = minutes % 60 + "m" + seconds;
    return minutes < 60 ? below : minutes / 60 + "h" + below;
  }

  private static String decimal(long nanos, int scale) {
    BigDecimal value = BigDecimal.valueOf(nanos, scale).stripTrailingZeros();
    return value.toPlainString();
  }
}
