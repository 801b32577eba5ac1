package io.sluice.gate.stats;

/**
 * How many times more samples a share needs because events of one slice go together: a slow second
 * is slow for everyone in it. By batch means of a ratio (Korn and Graubard 1998), with k_s bad of
 * n_s events in slice s and p = Σk / Σn; for batches of b = 1, 2, 4, … adjacent slices, as long as
 * there are M &gt;= {@value #MIN_BATCHES} of them:
 *
 * <pre>
 *  e_j = k_j - p n_j
 *  v   = M / (M - 1) · Σ e_j² / (Σ n_j)²
 *  D_b = v / (p (1 - p) / Σ n_j)
 * </pre>
 *
 * <p>The largest D_b is taken, and no less than 1: longer batches see slower correlation, shorter
 * ones are known better.
 *
 * @param factor D, 1 for independent events
 * @param batches M of the batch length taken; 0 if there are too few slices to tell
 * @param length b of it, in slices
 */
public record DesignEffect(double factor, int batches, int length) {
  /** With fewer slices nothing can be said. */
  public static final int MIN_BATCHES = 15;

  /** With fewer bad (or good) events a level says nothing of its correlation. */
  public static final int MIN_EVENTS = 5;

  /** Too few slices. */
  public static final DesignEffect UNKNOWN = new DesignEffect(1, 0, 0);

  /** The design effect of a share in a series of slices. */
  public static DesignEffect of(SliceCounts slices) {
    int m = slices.size();
    if (m < MIN_BATCHES || slices.all() == 0) {
      return UNKNOWN;
    }
    DesignEffect largest = new DesignEffect(1, m, 1);
    long rarer = Math.min(slices.bad(), slices.all() - slices.bad());
    if (rarer < MIN_EVENTS) {
      return largest;
    }
    double p = (double) slices.bad() / slices.all();
    for (int b = 1; m / b >= MIN_BATCHES; b *= 2) {
      double factor = ofBatches(slices, p, b);
      if (factor > largest.factor) {
        largest = new DesignEffect(factor, m / b, b);
      }
    }
    return largest;
  }

  private static double ofBatches(SliceCounts slices, double p, int b) {
    int m = slices.size() / b;
    double squares = 0;
    double events = 0;
    for (int j = 0; j < m; j++) {
      double bad = 0;
      double all = 0;
      for (int s = j * b; s < (j + 1) * b; s++) {
        bad += slices.bad(s);
        all += slices.all(s);
      }
      double e = bad - p * all;
      squares += e * e;
      events += all;
    }
    return m / (m - 1.0) * squares / (events * p * (1 - p));
  }

  /** Whether there were slices enough to tell. */
  public boolean known() {
    return batches > 0;
  }

  /** The larger of two, which is the one that decides. */
  public DesignEffect orLarger(DesignEffect other) {
    return other.factor > factor ? other : this;
  }
}
