package io.sluice.storefront.http;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} header, formatted once a second. Any thread may call it. */
final class DateStamp {
  private static final long SECOND_MILLIS = 1_000;

  /** IMF-fixdate of RFC 9110, section 5.6.7. */
  private static final DateTimeFormatter FIXED_LENGTH =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private record Stamp(long second, AsciiString text) {}

  private volatile Stamp latest = stamp(0);

  AsciiString at(long epochMillis) {
    long second = epochMillis / SECOND_MILLIS;
    Stamp stamp = latest;
    if (stamp.second != second) {
      stamp = stamp(second);
      latest = stamp;
    }
    return stamp.text;
  }

  private static Stamp stamp(long second) {
    return new Stamp(second, AsciiString.of(FIXED_LENGTH.format(Instant.ofEpochSecond(second))));
  }
}
