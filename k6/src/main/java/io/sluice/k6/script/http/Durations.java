package io.sluice.k6.script.http;

import java.util.regex.Pattern;

/** Reads durations as k6 writes them: {@code 1h2m3.5s4ms}, or a bare number of milliseconds. */
final class Durations {
  private static final Pattern PART = Pattern.compile("\\G(\\d+(?:\\.\\d+)?)(ms|us|µs|ns|d|h|m|s)");

  private Durations() {}

  /** Milliseconds, or NaN if the text is no duration. */
  static double millis(String text) {
    if (text.matches("\\d+(\\.\\d+)?")) {
      return Double.parseDouble(text);
    }
    var part = PART.matcher(text);
    double millis = 0;
    int end = 0;
    while (part.find()) {
      millis += Double.parseDouble(part.group(1)) * unit(part.group(2));
      end = part.end();
    }
    return end == text.length() && end > 0 ? millis : Double.NaN;
  }

  private static double unit(String name) {
    return switch (name) {
      case "d" -> 86_400_000;
      case "h" -> 3_600_000;
      case "m" -> 60_000;
      case "s" -> 1_000;
      case "ms" -> 1;
      case "ns" -> 1e-6;
      default -> 1e-3;
    };
  }
}
