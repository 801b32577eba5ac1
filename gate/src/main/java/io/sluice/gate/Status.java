package io.sluice.gate;

/** What the evidence says of an objective, or of a run. */
public enum Status {
  /** The whole interval is on the good side, and the evidence is enough. */
  PASS(0),
  /** The whole interval is on the bad side. */
  FAIL(3),
  /** The evidence does not decide. */
  INCONCLUSIVE(4);

  private final int exitCode;

  Status(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit code of a run that ends so: 0, 3 or 4. */
  public int exitCode() {
    return exitCode;
  }
}
