package io.sluice.reports.terminal;

import java.util.Arrays;

/** A row of levels, one for each value, from 0 to the largest. */
final class Sparkline {
  private Sparkline() {}

  /** The values, the last one at the right; where there are too many, neighbours share a column. */
  static String of(double[] values, int columns, Glyphs glyphs) {
    int shown = Math.clamp(columns, 0, values.length);
    double peak = peak(values);
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < shown; c++) {
      int from = (int) ((long) c * values.length / shown);
      int to = (int) ((c + 1L) * values.length / shown);
      double mean = Arrays.stream(values, from, to).average().orElse(0);
      line.append(glyphs.level(peak == 0 ? 0 : mean / peak));
    }
    return line.toString();
  }

  /** The largest value; 0 without any. */
  static double peak(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
