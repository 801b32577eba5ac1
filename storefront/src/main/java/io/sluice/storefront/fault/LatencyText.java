package io.sluice.storefront.fault;

/**
 * Reads latencies.
 *
 * <pre>
 * latency = "none"
 *         | "fixed:" duration
 *         | "uniform:" duration ".." duration
 *         | "lognormal:" duration "," sigma          duration is the median
 * </pre>
 */
final class LatencyText {
  private LatencyText() {}

  static Latency parse(String text) {
    if (text.equals("none")) {
      return Latency.none();
    }
    int colon = text.indexOf(':');
    String name = colon < 0 ? "" : text.substring(0, colon);
    String figures = text.substring(colon + 1);
    return switch (name) {
      case "fixed" -> new Latency.Fixed(DurationText.parse(figures));
      case "uniform" -> uniform(figures);
      case "lognormal" -> logNormal(figures);
      default ->
          throw new IllegalArgumentException(
              "latency must be fixed:20ms, uniform:10ms..50ms, lognormal:20ms,0.5 or none, was '"
                  + text
                  + "'");
    };
  }

  private static Latency uniform(String figures) {
    int dots = figures.indexOf("..");
    if (dots < 0) {
      throw new IllegalArgumentException(
          "uniform latency must be a range such as uniform:10ms..50ms, was 'uniform:"
              + figures
              + "'");
    }
    return new Latency.Uniform(
        DurationText.parse(figures.substring(0, dots)),
        DurationText.parse(figures.substring(dots + 2)));
  }

  private static Latency logNormal(String figures) {
    int comma = figures.indexOf(',');
    try {
      if (comma >= 0) {
        double sigma = Double.parseDouble(figures.substring(comma + 1));
        return new Latency.LogNormal(DurationText.parse(figures.substring(0, comma)), sigma);
      }
    } catch (NumberFormatException sigmaIsNoNumber) {
      // The message below names the form.
    }
    throw new IllegalArgumentException(
        "log-normal latency must be a median and a sigma such as lognormal:20ms,0.5, was"
            + " 'lognormal:"
            + figures
            + "'");
  }
}
