package io.sluice.k6.metrics;

/** How often a check passed and failed. */
public final class CheckCount {
  private final String groupPath;
  private final String name;
  private long passes;
  private long fails;

  CheckCount(String groupPath, String name) {
    this.groupPath = groupPath;
    this.name = name;
  }

  /** Takes the outcome of a check. */
  public void add(boolean passed) {
    if (passed) {
      passes++;
    } else {
      fails++;
    }
  }

  void add(CheckCount other) {
    passes += other.passes;
    fails += other.fails;
  }

  void reset() {
    passes = 0;
    fails = 0;
  }

  /** The group that it is made in, such as {@code ::cart::pay}; empty outside of all groups. */
  public String groupPath() {
    return groupPath;
  }

  /** The check's name. */
  public String name() {
    return name;
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
