package io.sluice.storefront.fault;

import java.time.Duration;
import java.util.Map;

/**
 * Reads latencies.
 *
 * <pre>
 * latency = "none"
 *         | "fixed:" duration
 *         | "uniform:" duration ".." duration
 *         | "exponential:" mean
 *         | "lognormal:" median "," sigma
 *         | "pareto:" scale "," shape
 *         | "bimodal:" fast "," slow "," share          share of the slow ones, such as 5%
 *         | "ar1:" median "," sigma "," rho ["," step ["," noise]]      step 1s, noise 0
 * </pre>
 *
 * <p>Mean, median, scale, fast, slow and step are durations; sigma, shape, rho and noise numbers.
 */
final class LatencyText {
  private static final Duration USUAL_STEP = Duration.ofSeconds(1);
  private static final Map<String, String> FORMS =
      Map.of(
          "uniform", "uniform latency must be a range such as uniform:10ms..50ms",
          "lognormal", "log-normal latency must be a median and a sigma such as lognormal:20ms,0.5",
          "pareto", "Pareto latency must be a scale and a shape such as pareto:5ms,2.5",
          "bimodal",
              "bimodal latency must be a fast and a slow delay and the share of slow ones such as"
                  + " bimodal:5ms,80ms,5%",
          "ar1",
              "AR(1) latency must be a median, a sigma, a rho, and if need be a step and a noise"
                  + " such as ar1:20ms,0.5,0.9,1s,0.1");

  private LatencyText() {}

  static Latency parse(String text) {
    if (text.equals("none")) {
      return Latency.none();
    }
    int colon = text.indexOf(':');
    String law = colon < 0 ? "" : text.substring(0, colon);
    String figures = text.substring(colon + 1);
    String[] parts = figures.split(law.equals("uniform") ? "\\.\\." : ",", -1);
    return switch (law) {
      case "fixed" -> new Latency.Fixed(DurationText.parse(figures));
      case "exponential" -> new Latency.Exponential(DurationText.parse(figures));
      case "uniform" -> {
        requireParts(law, figures, parts, 2, 2);
        yield new Latency.Uniform(DurationText.parse(parts[0]), DurationText.parse(parts[1]));
      }
      case "lognormal" -> {
        requireParts(law, figures, parts, 2, 2);
        yield new Latency.LogNormal(DurationText.parse(parts[0]), number(law, figures, parts[1]));
      }
      case "pareto" -> {
        requireParts(law, figures, parts, 2, 2);
        yield new Latency.Pareto(DurationText.parse(parts[0]), number(law, figures, parts[1]));
      }
      case "bimodal" -> {
        requireParts(law, figures, parts, 3, 3);
        yield new Latency.Bimodal(
            new Latency.Fixed(DurationText.parse(parts[0])),
            new Latency.Fixed(DurationText.parse(parts[1])),
            ShareText.parse("share of slow ones", parts[2]));
      }
      case "ar1" -> {
        requireParts(law, figures, parts, 3, 5);
        yield new Autoregressive(
            DurationText.parse(parts[0]),
            number(law, figures, parts[1]),
            number(law, figures, parts[2]),
            parts.length > 3 ? DurationText.parse(parts[3]) : USUAL_STEP,
            parts.length > 4 ? number(law, figures, parts[4]) : 0);
      }
      default ->
          throw new IllegalArgumentException(
              "latency must be fixed:20ms, uniform:10ms..50ms, exponential:20ms,"
                  + " lognormal:20ms,0.5, pareto:5ms,2.5, bimodal:5ms,80ms,5%, ar1:20ms,0.5,0.9 or"
                  + " none, was '"
                  + text
                  + "'");
    };
  }

  private static void requireParts(
      String law, String figures, String[] parts, int fewest, int most) {
    if (parts.length < fewest || parts.length > most) {
      throw malformed(law, figures);
    }
  }

  private static double number(String law, String figures, String part) {
    try {
      return Double.parseDouble(part);
    } catch (NumberFormatException e) {
      throw malformed(law, figures);
    }
  }

  private static IllegalArgumentException malformed(String law, String figures) {
    return new IllegalArgumentException(
        FORMS.getOrDefault(law, "") + ", was '" + law + ":" + figures + "'");
  }
}
