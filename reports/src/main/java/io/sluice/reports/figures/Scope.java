package io.sluice.reports.figures;

import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.SeriesKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The requests of a part of the run: of its measured windows, or of all of it.
 *
 * @param total all of them
 * @param byName by the request's name, in the plan's order; requests that were never sent are in it
 *     with zeros
 * @param byGroup by the path of groups; a group holds what lies below it, too
 */
public record Scope(
    RequestFigures total, Map<String, RequestFigures> byName, Map<String, RequestFigures> byGroup) {
  public Scope {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    byGroup = Collections.unmodifiableMap(new LinkedHashMap<>(byGroup));
  }

  /** The requests of the windows that the predicate accepts, which cover that many seconds. */
  static Scope of(
      SeriesCatalog catalog, Interval sums, Predicate<SeriesKey> included, double seconds) {
    SeriesCell total = new SeriesCell();
    Map<String, SeriesCell> names = new LinkedHashMap<>();
    Map<String, SeriesCell> groups = new LinkedHashMap<>();
    for (int s = 0; s < catalog.seriesCount(); s++) {
      SeriesKey key = catalog.series(s);
      SeriesCell cell = sums.seriesIfSeen(s);
      if (!catalog.reachable(s) && cell == null) {
        continue;
      }
      SeriesCell seen = cell == null || !included.test(key) ? new SeriesCell() : cell;
      total.add(seen);
      names.computeIfAbsent(key.request(), _ -> new SeriesCell()).add(seen);
      addToGroups(groups, key.group(), seen);
    }
    return new Scope(
        RequestFigures.of(total, seconds), figures(names, seconds), figures(groups, seconds));
  }

  private static void addToGroups(Map<String, SeriesCell> groups, String path, SeriesCell cell) {
    if (path.isEmpty()) {
      return;
    }
    for (int end = path.indexOf(" / "); end >= 0; end = path.indexOf(" / ", end + 1)) {
      groups.computeIfAbsent(path.substring(0, end), _ -> new SeriesCell()).add(cell);
    }
    groups.computeIfAbsent(path, _ -> new SeriesCell()).add(cell);
  }

  private static Map<String, RequestFigures> figures(
      Map<String, SeriesCell> cells, double seconds) {
    Map<String, RequestFigures> figures = new LinkedHashMap<>();
    cells.forEach((name, cell) -> figures.put(name, RequestFigures.of(cell, seconds)));
    return figures;
  }
}
