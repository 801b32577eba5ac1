package io.sluice.model.run;

/**
 * Carries intervals from one catalog to another of the same plan that has names for more or fewer
 * requests and checks: the plan of code has room for names, and later those that it gave. What the
 * other catalog has no name for is left out.
 *
 * @param from the catalog of the intervals that come
 * @param to the catalog of the interval that they are added to
 */
public record Renumbering(SeriesCatalog from, SeriesCatalog to) {
  public Renumbering {
    if (from.windowCount() != to.windowCount() || from.metricCount() != to.metricCount()) {
      throw new IllegalArgumentException("catalogs of different plans");
    }
  }

  /** As {@link Interval#add}. */
  public void add(Interval seen, Interval sum) {
    int requests = Math.min(from.requestCount(), to.requestCount());
    int checks = Math.min(from.checkCount(), to.checkCount());
    for (int w = 0; w < from.windowCount(); w++) {
      for (int r = 0; r < requests; r++) {
        SeriesCell cell = seen.seriesIfSeen(w * from.requestCount() + r);
        if (cell != null) {
          sum.series(w * to.requestCount() + r).add(cell);
        }
      }
      for (int c = 0; c < checks; c++) {
        CheckCell cell = seen.checkIfSeen(w * from.checkCount() + c);
        if (cell != null) {
          sum.check(w * to.checkCount() + c).add(cell.passes(), cell.fails());
        }
      }
    }
    sum.addMetrics(seen);
    sum.addRest(seen);
  }
}
