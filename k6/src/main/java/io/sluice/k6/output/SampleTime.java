package io.sluice.k6.output;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the time of a sample is written. */
enum SampleTime {
  /** Seconds since 1970. */
  UNIX,
  /** Milliseconds since 1970. */
  UNIX_MILLI,
  /** Microseconds since 1970. */
  UNIX_MICRO,
  /** Nanoseconds since 1970. */
  UNIX_NANO,
  /** RFC 3339 in UTC, to the second. */
  RFC3339,
  /** RFC 3339 in UTC, to the nanosecond, without zeros at the end. */
  RFC3339_NANO;

  /** The format that {@code K6_CSV_TIME_FORMAT} names, or null. */
  static @Nullable SampleTime of(String text) {
    return Arrays.stream(values()).filter(t -> t.text().equals(text)).findFirst().orElse(null);
  }

  static List<String> names() {
    return Arrays.stream(values()).map(SampleTime::text).toList();
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  String format(long epochNanos) {
    long seconds = Math.floorDiv(epochNanos, 1_000_000_000L);
    return switch (this) {
      case UNIX -> Long.toString(seconds);
      case UNIX_MILLI -> Long.toString(Math.floorDiv(epochNanos, 1_000_000L));
      case UNIX_MICRO -> Long.toString(Math.floorDiv(epochNanos, 1_000L));
      case UNIX_NANO -> Long.toString(epochNanos);
      case RFC3339 -> Instant.ofEpochSecond(seconds).toString();
      case RFC3339_NANO -> nano(seconds, Math.floorMod(epochNanos, 1_000_000_000L));
    };
  }

  private static String nano(long seconds, long nanos) {
    String whole = Instant.ofEpochSecond(seconds).toString();
    if (nanos == 0) {
      return whole;
    }
    String digits = Long.toString(1_000_000_000L + nanos).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return whole.substring(0, whole.length() - 1) + "." + digits.substring(0, end) + "Z";
  }
}
