package io.sluice.gate.compare;

/**
 * How long a series remembers. For pulls e_s of m slices that sum to 0, with the sums E_j of M = m
 * / b batches of b = 1, 2, 4, … adjacent slices, as long as M &gt;= {@value #MIN_BATCHES}:
 *
 * <pre>
 *  v_b = Σ E_j² / ((M - 1) b)
 *  τ   = max over b of v_b / v_1, and no less than 1
 * </pre>
 *
 * <p>τ is the number of slices that tell as much as one independent slice: 1 without memory, (1 +
 * r) / (1 - r) for AR(1) of correlation r. It is the growth of {@code DesignEffect} over batch
 * lengths, taken of the difference of the arms: what slows both in the same second is no obstacle.
 */
final class CorrelationTime {
  private static final int MIN_BATCHES = 15;

  private CorrelationTime() {}

  /** τ in slices; 1 where the slices are too few to tell. */
  static double of(double[] pulls) {
    double single = variance(pulls, 1);
    double longest = 1;
    for (int b = 2; single > 0 && pulls.length / b >= MIN_BATCHES; b *= 2) {
      longest = Math.max(longest, variance(pulls, b) / single);
    }
    return longest;
  }

  private static double variance(double[] pulls, int b) {
    int m = pulls.length / b;
    double squares = 0;
    for (int j = 0; j < m; j++) {
      double sum = 0;
      for (int s = j * b; s < (j + 1) * b; s++) {
        sum += pulls[s];
      }
      squares += sum * sum;
    }
    return m < 2 ? 0 : squares / ((m - 1.0) * b);
  }
}
