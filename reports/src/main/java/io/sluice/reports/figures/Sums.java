package io.sluice.reports.figures;

import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.SeriesKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sums of a run's series, and the distributions of them, each worked out once: figures of the
 * measured part and of the whole are often of the same series, and a live page asks for all of them
 * again and again. Not thread-safe.
 */
final class Sums {
  private final SeriesCatalog catalog;
  private final Interval run;
  private final Map<List<SeriesCell>, SeriesCell> sums = new HashMap<>();
  private final IdentityHashMap<SeriesCell, Spread> spreads = new IdentityHashMap<>();

  /** The times of a sum. */
  record Spread(Distribution response, Distribution service, Distribution firstByte) {
    static Spread of(SeriesCell cell) {
      return new Spread(
          Distribution.of(cell.response()),
          Distribution.of(cell.service()),
          Distribution.of(cell.firstByte()));
    }
  }

  /**
   * Sums of a run.
   *
   * @param run all its intervals in one, which must not change
   */
  Sums(SeriesCatalog catalog, Interval run) {
    this.catalog = catalog;
    this.run = run;
  }

  /** A series of the run, or null if there was nothing of it. */
  @Nullable SeriesCell seriesIfSeen(int series) {
    return run.seriesIfSeen(series);
  }

  /** The sum of some series. */
  SeriesCell of(Predicate<SeriesKey> included) {
    List<SeriesCell> cells = new ArrayList<>();
    for (int s = 0; s < catalog.seriesCount(); s++) {
      SeriesCell cell = run.seriesIfSeen(s);
      if (cell != null && included.test(catalog.series(s))) {
        cells.add(cell);
      }
    }
    return of(cells);
  }

  /** The sum of cells; a cell by itself is its own sum. */
  SeriesCell of(List<SeriesCell> cells) {
    return cells.size() == 1 ? cells.getFirst() : sums.computeIfAbsent(cells, Sums::sum);
  }

  private static SeriesCell sum(List<SeriesCell> cells) {
    SeriesCell sum = new SeriesCell();
    cells.forEach(sum::add);
    return sum;
  }

  /** The distributions of a sum. */
  Spread spread(SeriesCell sum) {
    return spreads.computeIfAbsent(sum, Spread::of);
  }
}
