package io.sluice.model.run;

/** What an interval saw of one check. Not thread-safe. */
public final class CheckCell {
  private long passes;
  private long fails;

  /** Counts one result. */
  public void record(boolean passed) {
    if (passed) {
      passes++;
    } else {
      fails++;
    }
  }

  /** Adds results. */
  public void add(long morePasses, long moreFails) {
    passes += morePasses;
    fails += moreFails;
  }

  void reset() {
    passes = 0;
    fails = 0;
  }

  /** How often it passed. */
  public long passes() {
    return passes;
  }

  /** How often it failed. */
  public long fails() {
    return fails;
  }
}
