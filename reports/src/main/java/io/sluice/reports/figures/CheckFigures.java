package io.sluice.reports.figures;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.CheckCell;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results of a check in the measured windows.
 *
 * @param name of the check
 * @param request name of the request that it looks at; empty where code made it
 * @param group path of the groups that it stands in, joined by {@code " / "}, or empty
 * @param passes how often it passed
 * @param fails how often it failed
 */
public record CheckFigures(String name, String request, String group, long passes, long fails) {
  /** What makes two checks the same. */
  private record Key(String name, String request, String group) {}

  /** Passes over results, 0 to 1; {@code NaN} without results. */
  public double passRate() {
    return passes + fails == 0 ? Double.NaN : (double) passes / (passes + fails);
  }

  /** Every check of the plan that has results; the same name on the same request is one check. */
  static List<CheckFigures> of(LoadPlan plan, SeriesCatalog catalog, Interval sums) {
    Map<Key, CheckCell> cells = new LinkedHashMap<>();
    for (int c = 0; c < catalog.checkCount(); c++) {
      for (int w = 0; w < catalog.windowCount(); w++) {
        int number = w * catalog.checkCount() + c;
        CheckCell cell = sums.checkIfSeen(number);
        if (cell != null && catalog.window(w).measured()) {
          cells
              .computeIfAbsent(
                  key(plan.checks().get(c).name(), catalog.check(number)), _ -> new CheckCell())
              .add(cell.passes(), cell.fails());
        }
      }
    }
    List<CheckFigures> figures = new ArrayList<>();
    cells.forEach(
        (key, cell) ->
            figures.add(
                new CheckFigures(
                    key.name(), key.request(), key.group(), cell.passes(), cell.fails())));
    return List.copyOf(figures);
  }

  private static Key key(String name, SeriesKey of) {
    return new Key(name, of.request().isEmpty() ? "" : of.label(), of.group());
  }
}
