package io.sluice.gate.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Whether a short series rises (Mann 1945, Kendall) and by how much (Theil and Sen). With n values,
 * no two of which need be apart by a known distance:
 *
 * <pre>
 *  S      = Σ_{i&lt;j} sign(x_j - x_i)
 *  Var(S) = n (n - 1) (2n + 5) / 18          without correlation
 *  slope  = the median of (x_j - x_i) / (j - i)
 * </pre>
 *
 * @param pRising p-value of "it does not rise": small where it does
 * @param change slope times n - 1: from the first to the last value
 */
public record Trend(double pRising, double change) {
  /** With fewer values nothing is said. */
  public static final int MIN_VALUES = 8;

  /** No trend. */
  public static final Trend NONE = new Trend(1, 0);

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** The trend of values in the order of time. */
  public static Trend of(double[] values) {
    int n = values.length;
    if (n < MIN_VALUES) {
      return NONE;
    }
    double[] slopes = new double[n * (n - 1) / 2];
    int pairs = 0;
    int s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += (int) Math.signum(values[j] - values[i]);
        slopes[pairs++] = (values[j] - values[i]) / (j - i);
      }
    }
    double deviation = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
    double z = (s - Integer.signum(s)) / deviation;
    Arrays.sort(slopes);
    double slope = (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2;
    return new Trend(NORMAL.cumulativeProbability(-z), slope * (n - 1));
  }
}
