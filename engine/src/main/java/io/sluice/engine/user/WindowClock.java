package io.sluice.engine.user;

import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Window;
import java.util.List;

/** Tells which window an intended start lies in. */
final class WindowClock {
  private final int first;
  private final long[] ends;

  /**
   * The windows of a phase.
   *
   * @param first the number of its first window in the catalog
   */
  WindowClock(Phase phase, int first) {
    this.first = first;
    List<Window> windows = phase.windows();
    ends = new long[windows.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = phase.start().plus(windows.get(i).to()).toNanos();
    }
  }

  /** The number of the window; past the last one, that of the drain window. */
  int at(long nanos) {
    int i = 0;
    while (i < ends.length && nanos >= ends[i]) {
      i++;
    }
    return first + i;
  }
}
