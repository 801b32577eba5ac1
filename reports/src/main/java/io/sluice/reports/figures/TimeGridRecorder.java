package io.sluice.reports.figures;

import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Makes a grid of times from intervals that come in order. Not thread-safe. */
final class TimeGridRecorder {
  /** More stretches than this do not help a reader. */
  static final int MAX_BINS = 240;

  private static final long SECOND = 1_000_000_000L;
  private static final long[] STEPS = {1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800};

  private final long binNanos;
  private final List<Line> lines = new ArrayList<>();
  private final Line[] lineOf;
  private int bin;

  /**
   * A recorder for a run of about that length.
   *
   * @param endNanos from the start of the run
   */
  TimeGridRecorder(SeriesCatalog catalog, long endNanos) {
    binNanos = binNanos(endNanos);
    Map<String, Line> byLabel = new LinkedHashMap<>();
    lineOf = new Line[catalog.seriesCount()];
    for (int request = 0; request < catalog.requestCount(); request++) {
      for (int window = 0; window < catalog.windowCount(); window++) {
        int s = window * catalog.requestCount() + request;
        lineOf[s] = byLabel.computeIfAbsent(catalog.series(s).label(), Line::new);
      }
    }
    lines.addAll(byLabel.values());
  }

  private static long binNanos(long endNanos) {
    long seconds = Math.ceilDiv(Math.max(0, endNanos), SECOND);
    for (long step : STEPS) {
      if (seconds <= step * MAX_BINS) {
        return step * SECOND;
      }
    }
    return Math.ceilDiv(seconds, MAX_BINS) * SECOND;
  }

  private static final class Line {
    final String name;
    final Histogram ok = Times.fresh();
    final Histogram failed = Times.fresh();
    final List<TimeGrid.Cell> cells = new ArrayList<>();

    Line(String name) {
      this.name = name;
    }

    void add(SeriesCell cell) {
      if (cell.okResponse().getTotalCount() > 0) {
        ok.add(cell.okResponse());
      }
      if (cell.failedResponse().getTotalCount() > 0) {
        failed.add(cell.failedResponse());
      }
    }

    TimeGrid.Cell cell() {
      return ok.getTotalCount() + failed.getTotalCount() == 0
          ? TimeGrid.Cell.EMPTY
          : new TimeGrid.Cell(TimeBuckets.counts(ok), TimeBuckets.counts(failed));
    }

    void next(int upTo) {
      cells.add(cell());
      ok.reset();
      failed.reset();
      while (cells.size() < upTo) {
        cells.add(TimeGrid.Cell.EMPTY);
      }
    }
  }

  void add(Interval interval) {
    int at = (int) (interval.fromNanos() / binNanos);
    if (at > bin) {
      lines.forEach(line -> line.next(at));
      bin = at;
    }
    for (int s = 0; s < interval.seriesCount(); s++) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        lineOf[s].add(cell);
      }
    }
  }

  /** What has been seen so far; requests that never ended are left out. */
  TimeGrid grid() {
    List<TimeGrid.Row> rows = new ArrayList<>();
    List<TimeGrid.Cell> all = new ArrayList<>();
    for (int i = 0; i <= bin; i++) {
      all.add(TimeGrid.Cell.EMPTY);
    }
    for (Line line : lines) {
      List<TimeGrid.Cell> cells = new ArrayList<>(line.cells);
      cells.add(line.cell());
      if (!cells.stream().allMatch(TimeGrid.Cell::isEmpty)) {
        rows.add(new TimeGrid.Row(line.name, 1, cells));
        for (int i = 0; i <= bin; i++) {
          all.set(i, all.get(i).plus(cells.get(i)));
        }
      }
    }
    rows.addFirst(new TimeGrid.Row(TimeGrid.ALL, 1, all));
    return new TimeGrid(binNanos / 1e9, rows);
  }
}
