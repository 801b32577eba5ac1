package io.sluice.reports.figures;

import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.CheckCell;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results of a check in the measured windows.
 *
 * @param name of the check
 * @param request name of the request that it looks at
 * @param passes how often it passed
 * @param fails how often it failed
 */
public record CheckFigures(String name, String request, long passes, long fails) {
  /** Passes over results, 0 to 1; {@code NaN} without results. */
  public double passRate() {
    return passes + fails == 0 ? Double.NaN : (double) passes / (passes + fails);
  }

  /** Every check of the plan that has results; the same name on the same request is one check. */
  static List<CheckFigures> of(LoadPlan plan, SeriesCatalog catalog, Interval sums) {
    Map<List<String>, CheckCell> cells = new LinkedHashMap<>();
    for (int c = 0; c < catalog.checkCount(); c++) {
      CheckSpec check = plan.checks().get(c);
      List<String> key = List.of(check.name(), plan.requests().get(check.request()).label());
      for (int w = 0; w < catalog.windowCount(); w++) {
        CheckCell cell = sums.checkIfSeen(w * catalog.checkCount() + c);
        if (cell != null && catalog.window(w).measured()) {
          cells.computeIfAbsent(key, _ -> new CheckCell()).add(cell.passes(), cell.fails());
        }
      }
    }
    List<CheckFigures> figures = new ArrayList<>();
    cells.forEach(
        (key, cell) ->
            figures.add(
                new CheckFigures(key.getFirst(), key.getLast(), cell.passes(), cell.fails())));
    return List.copyOf(figures);
  }
}
