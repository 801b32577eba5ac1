package io.sluice.k6.summary;

import java.util.Locale;

/** Numbers and times that keep their width while they grow, so that lines do not jump. */
final class FixedWidth {
  private static final long TENTH = 100_000_000L;
  private static final long MINUTE = 600;
  private static final long HOUR = 36_000;
  private static final long DAY = 864_000;

  private FixedWidth() {}

  /** A number with as many digits as the greatest. */
  static String number(long value, long greatest) {
    return String.format(Locale.ROOT, "%0" + Long.toString(greatest).length() + "d", value);
  }

  /** A number with two decimals, as wide as the greatest. */
  static String decimal(double value, double greatest) {
    int digits = greatest < 10 ? 1 : 1 + (int) Math.log10(greatest);
    return String.format(Locale.ROOT, "%0" + (digits + 3) + ".2f", value);
  }

  /**
   * A time to a tenth of a second, with the units of the greatest: {@code 1.0s}, {@code 01.0s},
   * {@code 0m01.0s}, {@code 00m01.0s}, {@code 0h00m01.0s}, {@code 1d00h00m01.0s}.
   */
  static String time(long nanos, long greatestNanos) {
    long tenths = rounded(nanos);
    long greatest = Math.max(rounded(greatestNanos), tenths);
    String seconds = tenths % MINUTE / 10 + "." + tenths % 10 + "s";
    if (greatest < 100) {
      return seconds;
    }
    seconds = seconds.length() < 5 ? "0" + seconds : seconds;
    if (greatest < MINUTE) {
      return seconds;
    }
    if (greatest < HOUR) {
      return padded(tenths / MINUTE, greatest < 10 * MINUTE ? 1 : 2) + "m" + seconds;
    }
    String minutes = padded(tenths % HOUR / MINUTE, 2) + "m" + seconds;
    if (greatest < DAY) {
      return padded(tenths / HOUR, greatest < 10 * HOUR ? 1 : 2) + "h" + minutes;
    }
    String hours = padded(tenths % DAY / HOUR, 2) + "h" + minutes;
    return padded(tenths / DAY, Long.toString(greatest / DAY).length()) + "d" + hours;
  }

  /** A time rounded to tenths of a second, in nanoseconds. */
  static long roundedNanos(long nanos) {
    return rounded(nanos) * TENTH;
  }

  private static long rounded(long nanos) {
    return (nanos + TENTH / 2) / TENTH;
  }

  private static String padded(long value, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "d", value);
  }
}
