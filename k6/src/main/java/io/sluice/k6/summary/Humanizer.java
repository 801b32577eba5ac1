package io.sluice.k6.summary;

import io.sluice.k6.JsNumbers;
import io.sluice.k6.metrics.Contains;
import io.sluice.k6.metrics.MetricType;
import java.util.List;

/**
 * Values as a human reads them.
 *
 * @param timeUnit {@code s}, {@code ms} or {@code us} for all times; empty for what fits each
 */
record Humanizer(String timeUnit) {
  private static final List<String> BYTES =
      List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB");

  /**
   * A value of a metric: shares cut to hundredths of a percent, bytes decimal, times with a unit.
   */
  String value(double value, MetricType type, Contains contains) {
    if (type == MetricType.RATE) {
      return JsNumbers.fixed(Math.floor(value * 100 * 100) / 100, 2) + "%";
    }
    return switch (contains) {
      case DATA -> bytes(value);
      case TIME -> time(value);
      case DEFAULT -> JsNumbers.rounded(value, 6);
    };
  }

  static String bytes(double bytes) {
    if (bytes < 10) {
      return JsNumbers.text(bytes) + " B";
    }
    int power = (int) Math.floor(Math.log(bytes) / Math.log(1000));
    double scaled = Math.floor(bytes / Math.pow(1000, power) * 10 + 0.5) / 10;
    return JsNumbers.fixed(scaled, scaled < 10 ? 1 : 0) + " " + BYTES.get(power);
  }

  /**
   * A time.
   *
   * @param millis milliseconds
   */
  String time(double millis) {
    return switch (timeUnit) {
      case "s" -> JsNumbers.fixed(millis * 0.001, 2) + "s";
      case "ms" -> JsNumbers.fixed(millis, 2) + "ms";
      case "us" -> JsNumbers.fixed(millis * 1000, 2) + "µs";
      default -> fitting(millis);
    };
  }

  private static String fitting(double millis) {
    if (millis == 0) {
      return "0s";
    }
    if (millis < 0.001) {
      return JsNumbers.text((double) (long) (millis * 1_000_000)) + "ns";
    }
    if (millis < 1) {
      return JsNumbers.cut(millis * 1000, 2) + "µs";
    }
    if (millis < 1000) {
      return JsNumbers.cut(millis, 2) + "ms";
    }
    String seconds = JsNumbers.cut(millis % 60_000 / 1000, millis > 60_000 ? 0 : 2) + "s";
    long minutes = (long) (millis / 60_000);
    if (minutes < 1) {
      return seconds;
    }
    String below = minutes % 60 + "m" + seconds;
    return minutes < 60 ? below : minutes / 60 + "h" + below;
  }
}
