package io.sluice.gate.compare;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Phase;
import io.sluice.model.run.SeriesCatalog;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From the first to the last instant of the windows that an arm selects, as far as its run came, in
 * nanoseconds from the start of the run.
 */
record Stretch(long from, long to) {
  /** Of an arm; empty where its selection matches nothing. */
  static Stretch of(Arm arm) {
    LoadPlan plan = arm.run().plan();
    SeriesCatalog catalog = arm.run().catalog();
    long from = Long.MAX_VALUE;
    long to = 0;
    for (int p = 0; p < plan.phases().size(); p++) {
      Phase phase = plan.phases().get(p);
      for (int w = 0; w < phase.windows().size(); w++) {
        if (selects(arm, catalog, catalog.firstWindow(p) + w)) {
          long start = phase.start().toNanos();
          from = Math.min(from, start + phase.windows().get(w).from().toNanos());
          to = Math.max(to, start + phase.windows().get(w).to().toNanos());
        }
      }
    }
    return new Stretch(from, Math.max(from, Math.min(to, arm.run().end().nanos())));
  }

  private static boolean selects(Arm arm, SeriesCatalog catalog, int window) {
    int first = window * catalog.requestCount();
    return IntStream.range(first, first + catalog.requestCount())
        .anyMatch(s -> selectsSeries(arm, catalog, s));
  }

  private static boolean selectsSeries(Arm arm, SeriesCatalog catalog, int series) {
    return catalog.reachable(series) && arm.selection().matches(catalog.series(series));
  }

  /** Numbers of the series that an arm selects. */
  static List<Integer> series(Arm arm) {
    SeriesCatalog catalog = arm.run().catalog();
    return IntStream.range(0, catalog.seriesCount())
        .filter(s -> selectsSeries(arm, catalog, s))
        .boxed()
        .toList();
  }

  long length() {
    return to - from;
  }

  Stretch intersect(Stretch other) {
    long start = Math.max(from, other.from);
    return new Stretch(start, Math.max(start, Math.min(to, other.to)));
  }
}
