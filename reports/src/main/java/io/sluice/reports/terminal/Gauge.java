package io.sluice.reports.terminal;

import io.sluice.gate.ObjectiveResult;
import io.sluice.model.plan.Measure;
import java.util.Arrays;

/**
 * An estimate and its interval on a scale that has the threshold at two thirds: {@code ──●──── │ }.
 * A share that must be large is drawn as what is missing of it.
 */
final class Gauge {
  private static final double THRESHOLD_AT = 2.0 / 3;

  private Gauge() {}

  /** So many columns, blank where there is nothing to draw. */
  static String of(ObjectiveResult result, int columns, Glyphs glyphs) {
    char[] scale = new char[columns];
    Arrays.fill(scale, ' ');
    boolean missing =
        result.objective().measure().unit() == Measure.Unit.SHARE
            && result.objective().comparison().isLowerBound();
    double threshold = drawn(result.objective().threshold(), missing);
    if (!(threshold > 0) || Double.isNaN(result.estimate())) {
      return new String(scale);
    }
    double end = threshold / THRESHOLD_AT;
    if (!Double.isNaN(result.low()) && !Double.isNaN(result.high())) {
      int a = at(drawn(result.low(), missing) / end, columns);
      int b = at(drawn(result.high(), missing) / end, columns);
      Arrays.fill(scale, Math.min(a, b), Math.max(a, b) + 1, glyphs.line());
    }
    scale[at(THRESHOLD_AT, columns)] = glyphs.mark();
    scale[at(drawn(result.estimate(), missing) / end, columns)] = glyphs.dot();
    return new String(scale);
  }

  private static double drawn(double value, boolean missing) {
    return missing ? 1 - value : value;
  }

  private static int at(double share, int columns) {
    return Math.clamp(Math.round(share * (columns - 1)), 0, columns - 1);
  }
}
