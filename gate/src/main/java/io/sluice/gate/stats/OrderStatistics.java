package io.sluice.gate.stats;

/**
 * The distribution-free interval of a quantile (Conover, Practical Nonparametric Statistics): of n
 * samples in ascending order, from rank {@code lower} to rank {@code upper}, with X ~ Binomial(n,
 * q):
 *
 * <pre>
 *  lower = the largest j with P(X &lt;= j - 1) &lt;= tail
 *  upper = the smallest j with P(X &gt;= j) &lt;= tail
 * </pre>
 *
 * <p>Where n samples are worth only v independent ones, real ranks are found for v, by the binomial
 * tails continued to real numbers, and scaled by n / v, outward. So the ends are where the test of
 * the share ({@link ShareTest}) turns.
 *
 * @param lower 1 to n, or 0: the samples do not bound the quantile from below
 * @param upper 1 to n, or n + 1: the samples do not bound the quantile from above
 */
public record OrderStatistics(long lower, long upper) {
  private static final int STEPS = 200;
  private static final double ROUNDING = 1e-6;

  /**
   * The ranks.
   *
   * @param n samples
   * @param effective what they are worth, 0 &lt; effective &lt;= n
   * @param q 0 &lt; q &lt; 1
   * @param tail probability left out on each side
   */
  public static OrderStatistics of(long n, double effective, double q, double tail) {
    double p = Decimals.complement(q);
    double scale = n / effective;
    // P(X <= j - 1) = P(n - X >= n - j + 1), and n - X ~ Binomial(n, 1 - q)
    double lower =
        last(effective, j -> BinomialTail.atLeast(effective - j + 1, effective, p) <= tail);
    double upper = last(effective, j -> BinomialTail.atMost(effective - j, effective, p) > tail);
    return new OrderStatistics(
        lower < 1 ? 0 : (long) Math.floor((lower - 1) * scale + ROUNDING) + 1,
        upper >= effective ? n + 1 : Math.min(n + 1, (long) Math.ceil(upper * scale - ROUNDING)));
  }

  private interface Holds {
    boolean at(double rank);
  }

  /** The last of 0 to {@code most} up to which a condition holds that, once false, stays false. */
  private static double last(double most, Holds condition) {
    if (condition.at(most)) {
      return most;
    }
    double holds = 0;
    double fails = most;
    for (int i = 0; i < STEPS && fails - holds > ROUNDING / 2; i++) {
      double middle = (holds + fails) / 2;
      if (condition.at(middle)) {
        holds = middle;
      } else {
        fails = middle;
      }
    }
    return holds;
  }
}
