package io.sluice.gate.stats;

/**
 * How long a run remembers: how many slices in a row tell as much as one that stands alone. From
 * the events above a level, with k_s of n_s in slice s, e_s = k_s - p n_s, and what chance alone
 * makes of them taken off, so that few events a slice do not hide it:
 *
 * <pre>
 *  ρ = Σ e_s e_{s-1} / (Σ e_s² - p (1 - p) Σ n_s)
 *  τ = (1 + ρ) / (1 - ρ)
 * </pre>
 *
 * <p>That is the integrated autocorrelation time of a first-order autoregressive series. A run
 * shorter than about 50 τ does not know it from summed autocorrelations (Goodman and Weare 2010,
 * Foreman-Mackey et al. 2013, section 3); by this form it is known from far less, which is what it
 * takes to see that a run is too short.
 */
final class Memory {
  private static final double LONGEST = 0.999;

  private Memory() {}

  /** τ in slices, no less than 1; 1 where the slices differ by no more than chance. */
  static double of(SliceCounts slices) {
    double p = (double) slices.bad() / Math.max(1, slices.all());
    double squares = 0;
    double products = 0;
    double before = 0;
    for (int s = 0; s < slices.size(); s++) {
      double e = slices.bad(s) - p * slices.all(s);
      squares += e * e;
      products += e * before;
      before = e;
    }
    double beyondChance = squares - p * (1 - p) * slices.all();
    if (!(beyondChance > 0)) {
      return 1;
    }
    double rho = Math.clamp(products / beyondChance, 0, LONGEST);
    return (1 + rho) / (1 - rho);
  }
}
