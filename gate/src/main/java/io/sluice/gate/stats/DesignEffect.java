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
 * ones are known better. Where even the longest batches are correlated, what that hides is added.
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

  private static final double CHANCE = 1;
  private static final double MOST_REMAINING = 0.6;

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

  /** D_b, with what is left of the correlation where no longer batches can be made. */
  private static double ofBatches(SliceCounts slices, double p, int b) {
    int m = slices.size() / b;
    double squares = 0;
    double products = 0;
    double events = 0;
    double before = 0;
    for (int j = 0; j < m; j++) {
      double bad = 0;
      double all = 0;
      for (int s = j * b; s < (j + 1) * b; s++) {
        bad += slices.bad(s);
        all += slices.all(s);
      }
      double e = bad - p * all;
      squares += e * e;
      products += j > 0 ? e * before : 0;
      events += all;
      before = e;
    }
    double factor = m / (m - 1.0) * squares / (events * p * (1 - p));
    boolean longest = slices.size() / (2 * b) < MIN_BATCHES;
    return longest ? factor * remaining(products / squares, m) : factor;
  }

  /**
   * By how much the variance of M batch means is larger than they show, if their lag-1
   * autocorrelation r is more than chance: (1 + r') / (1 - r') as of a first-order autoregressive
   * series, with r' = r + (1 + 4 r) / M for the bias of r (Marriott and Pope 1954).
   */
  private static double remaining(double r, int m) {
    if (!(r > CHANCE / Math.sqrt(m))) {
      return 1;
    }
    double unbiased = Math.min(MOST_REMAINING, r + (1 + 4 * r) / m);
    return (1 + unbiased) / (1 - unbiased);
  }

  /** Whether there were slices enough to tell. */
  public boolean known() {
    return batches > 0;
  }

  /** The larger of two, which is the one that decides. */
  public DesignEffect orLarger(DesignEffect other) {
    return other.factor > factor ? other : this;
  }

  /** Between this one and another, by a geometric mean that gives the other one a weight. */
  DesignEffect towards(DesignEffect other, double weight) {
    return new DesignEffect(
        Math.pow(factor, 1 - weight) * Math.pow(other.factor, weight),
        Math.min(batches, other.batches),
        Math.max(length, other.length));
  }
}
