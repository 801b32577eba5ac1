package io.sluice.reports.capacity;

import io.sluice.gate.capacity.CapacityResult;
import io.sluice.gate.capacity.Conclusion;
import io.sluice.gate.capacity.Estimate;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.gate.capacity.Usl;
import io.sluice.gate.capacity.Usl.Range;
import io.sluice.model.plan.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes a search's findings as sentences. */
public final class CapacityWords {
  private CapacityWords() {}

  /** What it comes to, in one sentence. */
  public static String headline(CapacityResult result) {
    if (result.hasProven()) {
      String prefix =
          result.conclusion() == Conclusion.FOUND || result.conclusion() == Conclusion.INTERRUPTED
              ? "It takes "
              : "It takes at least ";
      return prefix
          + both(result, result.proven())
          + " with all objectives held"
          + (result.hasFail() ? "; at " + both(result, result.lowestFail()) + " it fails." : ".");
    }
    String passed =
        Double.isFinite(result.highestPass())
            ? " " + both(result, result.highestPass()) + " passed, but that was not confirmed."
            : "";
    String failed =
        result.hasFail() ? " " + both(result, result.lowestFail()) + " is proven to fail." : "";
    return "No rate is proven to pass." + passed + failed;
  }

  /** {@code 830/s (1,660 requests/s)}. */
  static String both(CapacityResult result, double rate) {
    double requests = result.requestsPerIteration();
    return Double.isFinite(requests)
        ? "%s iterations/s (%s requests/s)".formatted(rate(rate), rate(rate * requests))
        : rate(rate) + " iterations/s";
  }

  /** A rate with three digits that count, or all of its whole ones. */
  public static String rate(double rate) {
    return Double.isFinite(rate) ? Units.number(rate) : "–";
  }

  /** Everything else worth saying, a sentence each. */
  public static List<String> details(CapacityResult result) {
    List<String> lines = new ArrayList<>();
    boolean unknown = result.conclusion() == Conclusion.GENERATOR_LIMIT && !result.hasProven();
    lines.add(
        unknown
            ? "The generator could not make the load: nothing is proven of the target."
            : capital(result.conclusion().text()) + ".");
    lines.add(estimate(result));
    if (Double.isFinite(result.knee().rate())) {
      lines.add(
          "Knee: from about %s iterations/s on, p99 grows more than three times as fast as the rate."
              .formatted(rate(result.knee().rate())));
    }
    lines.add(usl(result.usl()));
    return lines;
  }

  private static String estimate(CapacityResult result) {
    return switch (result.estimate()) {
      case Estimate.Interpolated line ->
          "Capacity: about %s iterations/s (%s to %s with 95%% confidence), where %s reaches its limit; from %d probes."
              .formatted(
                  rate(line.rate()),
                  rate(line.low()),
                  rate(line.high()),
                  line.objective(),
                  line.points());
      case Estimate.Bracketed bracket ->
          "Capacity: between %s and %s iterations/s, %s in the middle; the limit is too sharp to interpolate."
              .formatted(rate(bracket.low()), rate(bracket.high()), rate(bracket.rate()));
      case Estimate.Unknown unknown -> "Capacity: no estimate; " + unknown.reason() + ".";
    };
  }

  private static String usl(Usl usl) {
    return switch (usl) {
      case Usl.Refused refused -> "Scalability law: not fitted; " + refused.reason() + ".";
      case Usl.Fitted fit ->
          "Scalability law: γ %s/s, σ %s, κ %s from %d probes; %s."
              .formatted(
                  range(fit.gamma()),
                  range(fit.sigma()),
                  range(fit.kappa()),
                  fit.points(),
                  switch (fit.peak()) {
                    case Usl.PeakUnknown unknown -> unknown.reason();
                    case Usl.PeakAt peak ->
                        "most throughput %s/s at %s requests at once"
                            .formatted(range(peak.throughput()), range(peak.concurrency()));
                  });
    };
  }

  private static String range(Range range) {
    return "%s (%s–%s)".formatted(digits(range.value()), digits(range.low()), digits(range.high()));
  }

  private static String digits(double value) {
    return value >= 0.01 && value < 1e6
        ? Units.number(value)
        : Double.isFinite(value) ? String.format(Locale.ROOT, "%.2g", value) : "∞";
  }

  /** The share of the objective nearest its limit, of what it allows: {@code 0.41 of p95 < 2s}. */
  public static String use(ProbeResult probe) {
    return probe.shares().stream()
        .max(Comparator.comparingDouble(share -> share.use()))
        .map(share -> Units.number(share.use()) + " of " + share.objective())
        .orElse("–");
  }

  private static String capital(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }
}
