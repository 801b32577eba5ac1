package io.sluice.k6.script.http;

import io.sluice.model.plan.StatusSet.Range;
import java.util.ArrayList;
import java.util.List;

/** The statuses that a script expects: what {@code http.expectedStatuses} makes. */
public final class StatusSet {
  private static final int LEAST = 100;
  private static final int MOST = 999;

  /** k6's default. */
  static final StatusSet DEFAULT = new StatusSet(new int[] {200, 399});

  /** Lowest, highest, lowest, highest, … */
  private final int[] ranges;

  private final io.sluice.model.plan.StatusSet accepted;

  StatusSet(int[] ranges) {
    this.ranges = ranges;
    accepted = accepted(ranges);
  }

  private static io.sluice.model.plan.StatusSet accepted(int[] ranges) {
    List<Range> real = new ArrayList<>();
    for (int i = 0; i < ranges.length; i += 2) {
      int from = Math.max(LEAST, ranges[i]);
      int to = Math.min(MOST, ranges[i + 1]);
      if (from <= to) {
        real.add(new Range(from, to));
      }
    }
    return real.isEmpty()
        ? io.sluice.model.plan.StatusSet.ANY
        : new io.sluice.model.plan.StatusSet(real);
  }

  /** The same as the generator counts by; any status where no status can be among them. */
  io.sluice.model.plan.StatusSet accepted() {
    return accepted;
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
