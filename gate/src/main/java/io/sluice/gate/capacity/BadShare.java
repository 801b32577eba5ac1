package io.sluice.gate.capacity;

import io.sluice.gate.stats.ShareTest;

/**
 * How much of what an objective allows a probe used up. An objective {@code pQ < T} allows a share
 * of 1 - Q to be slower than T or to fail, {@code error_rate < e} allows e to fail.
 *
 * @param objective as it was written
 * @param bad how many were bad
 * @param all how many there were
 * @param effective how many independent samples they are worth, at most {@code all}
 * @param allowed the share that may be bad, above 0
 */
public record BadShare(String objective, long bad, long all, double effective, double allowed) {
  public BadShare {
    if (bad < 0 || bad > all || effective > all || !(allowed > 0)) {
      throw new IllegalArgumentException(
          "not a share: %d of %d (%s effective), allowed %s"
              .formatted(bad, all, effective, allowed));
    }
  }

  /** The share that was bad; 0 without samples. */
  public double share() {
    return all == 0 ? 0 : (double) bad / all;
  }

  /** The share that was bad over the one that may be: above 1 the objective was missed. */
  public double use() {
    return share() / allowed;
  }

  /** Bad ones in effective samples. */
  double effectiveBad() {
    return share() * effective;
  }

  /** The test whether the share is allowed. */
  ShareTest test(double tail) {
    return new ShareTest(effectiveBad(), effective, allowed, tail);
  }
}
