package io.sluice.gate.compare;

/** What the evidence says of B against A. */
public enum Change {
  /** B is worse, by more than matters: the whole interval is beyond the margin. */
  REGRESSION(3),
  /** B is not worse by more than matters: proven, not merely unseen. */
  NO_REGRESSION(0),
  /** B is better, by more than matters. */
  IMPROVED(0),
  /** The evidence does not decide. */
  INCONCLUSIVE(4);

  private final int exitCode;

  Change(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit code of a comparison that ends so: 0, 3 or 4. */
  public int exitCode() {
    return exitCode;
  }

  /** Whether B may take the place of A as far as this goes. */
  public boolean harmless() {
    return this == NO_REGRESSION || this == IMPROVED;
  }

  /**
   * What an interval of "how much worse" says against a margin of the same scale.
   *
   * @param low of the interval; not a number if there is none
   */
  public static Change of(double low, double high, double margin) {
    if (low > margin) {
      return REGRESSION;
    }
    if (high < -margin) {
      return IMPROVED;
    }
    return high < margin ? NO_REGRESSION : INCONCLUSIVE;
  }
}
