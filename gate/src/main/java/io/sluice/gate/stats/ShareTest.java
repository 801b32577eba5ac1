package io.sluice.gate.stats;

/**
 * Decides whether a share of bad events is at most what is allowed.
 *
 * <p>With X ~ Binomial(samples, allowed), the share is proven to be at most {@code allowed} where
 * P(X &lt;= bad) &lt;= tail, and proven to be more where P(X &gt;= bad) &lt;= tail. Both are the
 * same as the {@link ClopperPearson} interval lying wholly on that side. As long as fewer than
 * {@link #GUARD} bad events would be expected at the limit, nothing is proven to be good: short
 * correlated series hold too few of them to tell.
 *
 * @param bad how many were bad, in effective samples
 * @param samples effective samples
 * @param allowed the largest share that is good, 0 to 1
 * @param tail probability of error on each side
 */
public record ShareTest(double bad, double samples, double allowed, double tail) {
  /** How many bad events must be expected at the limit before a share can be proven good. */
  public static final double GUARD = 10;

  /** p-value of "the share is more than allowed": small where it is good. */
  public double pGood() {
    return BinomialTail.atMost(bad, samples, allowed);
  }

  /** p-value of "the share is at most what is allowed": small where it is bad. */
  public double pBad() {
    return BinomialTail.atLeast(bad, samples, allowed);
  }

  /** Whether enough bad events would be expected at the limit. */
  public boolean guarded() {
    return Decimals.atLeast(allowed, samples, GUARD);
  }

  /** Whether the share is proven to be at most what is allowed, guard included. */
  public boolean provenGood() {
    return guarded() && pGood() <= tail;
  }

  /** Whether the share is proven to be more than allowed. */
  public boolean provenBad() {
    return samples > 0 && pBad() <= tail;
  }

  /** The interval that decides. */
  public Bounds bounds() {
    return ClopperPearson.bounds(bad, samples, tail);
  }
}
