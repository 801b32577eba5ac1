package io.sluice.gate.compare;

import io.sluice.gate.stats.Bounds;
import java.util.Arrays;

/**
 * The shift of a symmetric distribution (Hodges and Lehmann 1963): the median of the Walsh averages
 * (d_i + d_j) / 2, i &lt;= j, between those numbered k + 1 and M - k of the M = N (N + 1) / 2, with
 * the largest k for which P(T &lt;= k) &lt;= tail, T Wilcoxon's signed-rank statistic, exactly.
 *
 * @param estimate the shift
 * @param bounds its interval; none if N is too small for the tail
 */
record HodgesLehmann(double estimate, Bounds bounds) {
  static HodgesLehmann of(double[] d, double tail) {
    double[] walsh = walsh(d);
    int m = walsh.length;
    int k = lastRank(d.length, tail);
    Bounds bounds = k < 0 ? Bounds.NONE : new Bounds(walsh[k], walsh[m - 1 - k]);
    return new HodgesLehmann(middle(walsh[(m - 1) / 2], walsh[m / 2]), bounds);
  }

  private static double[] walsh(double[] d) {
    double[] walsh = new double[d.length * (d.length + 1) / 2];
    int at = 0;
    for (int i = 0; i < d.length; i++) {
      for (int j = i; j < d.length; j++) {
        walsh[at++] = middle(d[i], d[j]);
      }
    }
    Arrays.sort(walsh);
    return walsh;
  }

  /** (a + b) / 2; opposite infinities balance. */
  private static double middle(double a, double b) {
    if (Double.isInfinite(a) && a == -b) {
      return 0;
    }
    return a == b ? a : (a + b) / 2;
  }

  /** The largest k with P(T &lt;= k) &lt;= tail; -1 if even P(T = 0) is more. */
  static int lastRank(int n, double tail) {
    // T is the sum of those ranks 1 to n whose fair coin shows heads
    double[] p = new double[n * (n + 1) / 2 + 1];
    p[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int t = p.length - 1; t >= 0; t--) {
        p[t] = (p[t] + (t >= rank ? p[t - rank] : 0)) / 2;
      }
    }
    int k = -1;
    double sum = 0;
    while (k + 1 < p.length && sum + p[k + 1] <= tail) {
      sum += p[++k];
    }
    return k;
  }
}
