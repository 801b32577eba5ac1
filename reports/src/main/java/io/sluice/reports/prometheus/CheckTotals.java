package io.sluice.reports.prometheus;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.CheckCell;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Results of checks since the start of the run. Not thread-safe. */
final class CheckTotals {
  private final Map<Labels, CheckCell> totals = new LinkedHashMap<>();
  private @Nullable CheckCell[] byCell = {};

  CheckTotals(LoadPlan plan, SeriesCatalog catalog, RequestLabels labels) {
    grow(plan, catalog, labels);
  }

  /** The checks of a plan with more names; what was counted stays. */
  void grow(LoadPlan plan, SeriesCatalog catalog, RequestLabels labels) {
    int count = catalog.checkCount();
    byCell = new CheckCell[catalog.windowCount() * count];
    for (int c = 0; c < byCell.length; c++) {
      if (catalog.checkReachable(c)) {
        String check = plan.checks().get(c % count).name();
        Labels name = labels.of(catalog.check(c)).and("check", check);
        byCell[c] = totals.computeIfAbsent(name, _ -> new CheckCell());
      }
    }
  }

  /** Adds what an interval saw. */
  void add(Interval interval) {
    for (int c = 0; c < byCell.length; c++) {
      CheckCell total = byCell[c];
      CheckCell seen = total == null ? null : interval.checkIfSeen(c);
      if (total != null && seen != null) {
        total.add(seen.passes(), seen.fails());
      }
    }
  }

  /** The metric; none for a plan without checks. */
  Stream<MetricFamilySamples> families() {
    if (totals.isEmpty()) {
      return Stream.empty();
    }
    Family checks = Family.counter("sluice_checks", "Results of checks on answers.");
    totals.forEach(
        (labels, total) ->
            checks
                .add(labels.and("result", "pass"), total.passes())
                .add(labels.and("result", "fail"), total.fails()));
    return Stream.of(checks.samples());
  }
}
