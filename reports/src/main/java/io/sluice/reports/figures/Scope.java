package io.sluice.reports.figures;

import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.SeriesKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The requests of a part of the run: of its measured windows, or of all of it.
 *
 * @param total all of them
 * @param byName by the request's name, with its arm where two are compared, in the plan's order;
 *     requests that were never sent are in it with zeros
 * @param byGroup by the path of groups; a group holds what lies below it, too
 * @param members which names of {@code byName} a group holds
 */
public record Scope(
    RequestFigures total,
    Map<String, RequestFigures> byName,
    Map<String, RequestFigures> byGroup,
    Map<String, Set<String>> members) {
  public Scope {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    byGroup = Collections.unmodifiableMap(new LinkedHashMap<>(byGroup));
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** The requests of the windows that the predicate accepts, which cover that many seconds. */
  static Scope of(SeriesCatalog catalog, Sums sums, Predicate<SeriesKey> included, double seconds) {
    Map<String, List<SeriesCell>> names = new LinkedHashMap<>();
    Map<String, List<SeriesCell>> groups = new LinkedHashMap<>();
    Map<String, Set<String>> members = new LinkedHashMap<>();
    for (int request = 0; request < catalog.requestCount(); request++) {
      for (int window = 0; window < catalog.windowCount(); window++) {
        int s = window * catalog.requestCount() + request;
        SeriesKey key = catalog.series(s);
        SeriesCell cell = sums.seriesIfSeen(s);
        if (!catalog.reachable(s) && cell == null) {
          continue;
        }
        List<SeriesCell> seen = cell == null || !included.test(key) ? List.of() : List.of(cell);
        names.computeIfAbsent(key.label(), _ -> new ArrayList<>()).addAll(seen);
        for (String group : groups(key)) {
          groups.computeIfAbsent(group, _ -> new ArrayList<>()).addAll(seen);
          members.computeIfAbsent(group, _ -> new LinkedHashSet<>()).add(key.label());
        }
      }
    }
    return new Scope(
        RequestFigures.of(sums.of(included), sums, seconds),
        figures(names, sums, seconds),
        figures(groups, sums, seconds),
        members);
  }

  /** The groups that a series lies in, the outermost first. */
  private static List<String> groups(SeriesKey key) {
    String path = key.group();
    List<String> groups = new ArrayList<>();
    if (!path.isEmpty()) {
      for (int end = path.indexOf(" / "); end >= 0; end = path.indexOf(" / ", end + 1)) {
        groups.add(Arm.label(path.substring(0, end), key.tags()));
      }
      groups.add(Arm.label(path, key.tags()));
    }
    return groups;
  }

  private static Map<String, RequestFigures> figures(
      Map<String, List<SeriesCell>> cells, Sums sums, double seconds) {
    Map<String, RequestFigures> figures = new LinkedHashMap<>();
    cells.forEach(
        (name, seen) -> figures.put(name, RequestFigures.of(sums.of(seen), sums, seconds)));
    return figures;
  }
}
