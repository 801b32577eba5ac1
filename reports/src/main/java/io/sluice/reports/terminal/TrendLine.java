package io.sluice.reports.terminal;

import java.nio.charset.Charset;

/** A row of numbers as one character each: the lowest is the shortest bar. */
public enum TrendLine {
  /** Block elements of Unicode. */
  BLOCKS("▁▂▃▄▅▆▇█"),
  /** For terminals that cannot show those. */
  ASCII("_.:-=+*#");

  private static final char NONE = ' ';
  private final String bars;

  TrendLine(String bars) {
    this.bars = bars;
  }

  /** The one that a charset can write. */
  public static TrendLine of(Charset charset) {
    return charset.canEncode() && charset.newEncoder().canEncode(BLOCKS.bars) ? BLOCKS : ASCII;
  }

  /**
   * One character for each value; those that are not numbers are blank, infinite ones as high as
   * the highest.
   */
  String line(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    StringBuilder line = new StringBuilder();
    for (double value : values) {
      line.append(Double.isNaN(value) ? NONE : bars.charAt(bar(value, low, high)));
    }
    return line.toString();
  }

  private int bar(double value, double low, double high) {
    int last = bars.length() - 1;
    if (Double.isInfinite(value)) {
      return value > 0 ? last : 0;
    }
    return high > low
        ? (int) Math.min(last, Math.floor((value - low) / (high - low) * bars.length()))
        : 0;
  }
}
