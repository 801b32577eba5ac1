package io.sluice.model.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The units of the language: durations, rates and shares, read and written. */
public final class Units {
  private static final Pattern DURATION_PART =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|min|m|h|d)");
  private static final Pattern RATE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*/\\s*(s|sec|second|min|m|minute|h|hour)");
  private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(%?)");

  private Units() {}

  /**
   * Reads a duration: {@code 500ms}, {@code 2s}, {@code 1.5m}, {@code 1h30m}. Units are ns, us, ms,
   * s, m or min, h, d.
   *
   * @throws IllegalArgumentException with the rule and the text
   */
  public static Duration duration(String text) {
    String compact = text.strip();
    Matcher part = DURATION_PART.matcher(compact);
    int at = 0;
    BigDecimal nanos = BigDecimal.ZERO;
    while (at < compact.length() && part.find(at) && part.start() == at) {
      nanos =
          nanos.add(
              new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanosPer(part.group(2)))));
      at = part.end();
    }
    if (at == 0 || at < compact.length()) {
      if (compact.equals("0")) {
        return Duration.ZERO;
      }
      throw new IllegalArgumentException(
          "expected a duration such as 500ms, 30s or 1h30m, was '" + text + "'");
    }
    if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException("a duration must be below 292 years, was '" + text + "'");
    }
    return Duration.ofNanos(nanos.longValue());
  }

  private static long nanosPer(String unit) {
    return switch (unit) {
      case "ns" -> 1L;
      case "us", "µs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m", "min" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      case "d" -> 86_400_000_000_000L;
      default -> throw new IllegalArgumentException("no such unit of time: " + unit);
    };
  }

  /**
   * Reads a rate, {@code 200/s}, {@code 1000/min} or {@code 5000/h}, in events per second.
   *
   * @throws IllegalArgumentException with the rule and the text
   */
  public static double perSecond(String text) {
    Matcher rate = RATE.matcher(text.strip());
    if (!rate.matches()) {
      throw new IllegalArgumentException(
          "expected a rate such as 200/s or 1000/min, was '" + text + "'");
    }
    double count = Double.parseDouble(rate.group(1));
    return switch (rate.group(2).charAt(0)) {
      case 's' -> count;
      case 'm' -> count / 60;
      default -> count / 3600;
    };
  }

  /**
   * Reads a share, {@code 5%} or {@code 0.05}, as a number from 0 to 1.
   *
   * @throws IllegalArgumentException with the rule and the text
   */
  public static double share(String text) {
    Matcher share = SHARE.matcher(text.strip());
    if (share.matches()) {
      BigDecimal number = new BigDecimal(share.group(1));
      double value = number.movePointLeft(share.group(2).isEmpty() ? 0 : 2).doubleValue();
      if (value <= 1) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "expected a share of 0% to 100% such as 5% or 0.05, was '" + text + "'");
  }

  /** Writes a duration as people read it: {@code 2s}, {@code 1m 30s}, {@code 850ms}. */
  public static String format(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos < 0) {
      return "-" + format(duration.negated());
    }
    if (nanos >= 60_000_000_000L) {
      long seconds = Math.round(nanos / 1e9);
      String hours = seconds >= 3600 ? seconds / 3600 + "h" : "";
      String minutes = seconds % 3600 / 60 > 0 ? seconds % 3600 / 60 + "m" : "";
      String rest = seconds % 60 > 0 ? seconds % 60 + "s" : "";
      return String.join(
          " ", java.util.stream.Stream.of(hours, minutes, rest).filter(s -> !s.isEmpty()).toList());
    }
    return formatNanos((double) nanos);
  }

  /**
   * Writes nanoseconds with three digits that count: {@code 1.23s}, {@code 850ms}, {@code 12.5µs}.
   */
  public static String formatNanos(double nanos) {
    if (Double.isInfinite(nanos)) {
      return nanos > 0 ? "∞" : "-∞";
    }
    if (nanos >= 1e9) {
      return number(nanos / 1e9) + "s";
    }
    if (nanos >= 1e6) {
      return number(nanos / 1e6) + "ms";
    }
    return nanos >= 1e3 ? number(nanos / 1e3) + "µs" : number(nanos) + "ns";
  }

  /** Writes a number with three digits that count, and all digits of larger whole ones. */
  public static String number(double value) {
    double magnitude = Math.abs(value);
    if (magnitude > 0 && magnitude < 0.1) {
      return new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
    }
    String text =
        magnitude >= 100 || value == Math.rint(value)
            ? String.format(Locale.ROOT, "%,.0f", value)
            : String.format(Locale.ROOT, magnitude >= 10 ? "%.1f" : "%.2f", value);
    return text.indexOf('.') < 0 ? text : text.replaceFirst("\\.?0+$", "");
  }

  /** Writes bytes with three digits that count: {@code 1.5MB}; a KB has 1024 bytes. */
  public static String bytes(double bytes) {
    String[] units = {"B", "KB", "MB", "GB", "TB"};
    int unit = 0;
    double value = bytes;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return number(value) + units[unit];
  }

  /** Writes a share as a percentage with up to two decimals: {@code 0.31%}. */
  public static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.2f", share * 100);
    return text.replaceFirst("\\.?0+$", "") + "%";
  }
}
