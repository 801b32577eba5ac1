package io.sluice.reports.terminal;

import io.sluice.model.plan.LoadPlan;
import io.sluice.reports.figures.WindowSpan;
import java.util.List;

/**
 * What a plan means to do when.
 *
 * @param name of the scenario
 * @param profile of the load, or empty
 * @param windows in the order of phases, in seconds from the start
 * @param seconds how long load is offered
 */
record Schedule(String name, String profile, List<WindowSpan> windows, double seconds) {
  static Schedule of(LoadPlan plan) {
    long nanos = plan.duration().toNanos();
    return new Schedule(plan.name(), plan.profile(), WindowSpan.of(plan, nanos), nanos / 1e9);
  }

  /** How much of it is behind, 0 to 1. */
  double share(double elapsed) {
    return seconds == 0 ? 1 : Math.clamp(elapsed / seconds, 0, 1);
  }

  /** The names of the windows that a moment lies in; empty after the last. */
  List<String> at(double elapsed) {
    return windows.stream()
        .filter(span -> elapsed >= span.from() && elapsed < span.to())
        .map(WindowSpan::window)
        .distinct()
        .toList();
  }
}
