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
 * <p>Where n samples are worth only v independent ones, ranks are found for v and scaled by n / v,
 * outward.
 *
 * @param lower 1 to n, or 0: the samples do not bound the quantile from below
 * @param upper 1 to n, or n + 1: the samples do not bound the quantile from above
 */
public record OrderStatistics(long lower, long upper) {
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
    long most = (long) Math.floor(effective);
    // P(X <= j - 1) = P(n - X >= n - j + 1), and n - X ~ Binomial(n, 1 - q)
    long lower = last(most, j -> BinomialTail.atLeast(effective - j + 1, effective, p) <= tail);
    long upper = last(most, j -> BinomialTail.atMost(effective - j, effective, p) > tail) + 1;
    double scale = n / effective;
    return new OrderStatistics(
        (long) Math.floor(lower * scale),
        upper > most ? n + 1 : Math.min(n + 1, (long) Math.ceil(upper * scale)));
  }

  private interface Holds {
    boolean at(long rank);
  }

  /** The last of 1 to {@code most} for which a condition holds that, once false, stays false. */
  private static long last(long most, Holds condition) {
    long holds = 0;
    long fails = most + 1;
    while (fails - holds > 1) {
      long middle = holds + (fails - holds) / 2;
      if (condition.at(middle)) {
        holds = middle;
      } else {
        fails = middle;
      }
    }
    return holds;
  }
}
