package io.sluice.k6.script.http;

/** The statuses that a script expects: what {@code http.expectedStatuses} makes. */
public final class StatusSet {
  /** k6's default. */
  static final StatusSet DEFAULT = new StatusSet(new int[] {200, 399});

  /** Lowest, highest, lowest, highest, … */
  private final int[] ranges;

  StatusSet(int[] ranges) {
    this.ranges = ranges;
  }

  boolean has(int status) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (status >= ranges[i] && status <= ranges[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
