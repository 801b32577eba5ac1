package io.sluice.reports.figures;

import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * Makes a grid of times from intervals that come in order: its stretches are seconds. Where they
 * would become too many, each two neighbours become one, again and again, so that how long the run
 * will be need not be known. Not thread-safe.
 */
final class TimeGridRecorder {
  /** More stretches than this do not help a reader. */
  static final int MAX_BINS = 240;

  private static final long SECOND = 1_000_000_000L;

  private final List<Line> lines = new ArrayList<>();
  private final Line[] lineOf;
  private List<TimeGrid.Cell> all = new ArrayList<>();
  private long binNanos = SECOND;
  private int bin;

  /** A recorder for a run of a plan. */
  TimeGridRecorder(SeriesCatalog catalog) {
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

  private static final class Line {
    final String name;
    final Histogram ok = Times.fresh();
    final Histogram failed = Times.fresh();
    List<TimeGrid.Cell> cells = new ArrayList<>();
    boolean seen;

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

    void next() {
      TimeGrid.Cell cell = cell();
      cells.add(cell);
      seen |= !cell.isEmpty();
      ok.reset();
      failed.reset();
    }

    void fill(int upTo) {
      fillUp(cells, upTo);
    }

    /** Each two neighbours become one. */
    void join() {
      cells = joined(cells);
    }
  }

  private static void fillUp(List<TimeGrid.Cell> cells, int upTo) {
    while (cells.size() < upTo) {
      cells.add(TimeGrid.Cell.EMPTY);
    }
  }

  private static List<TimeGrid.Cell> joined(List<TimeGrid.Cell> cells) {
    List<TimeGrid.Cell> joined = new ArrayList<>();
    for (int i = 0; i < cells.size(); i += 2) {
      TimeGrid.Cell cell = cells.get(i);
      joined.add(i + 1 < cells.size() ? cell.plus(cells.get(i + 1)) : cell);
    }
    return joined;
  }

  void add(Interval interval) {
    if (interval.fromNanos() / binNanos > bin) {
      next(interval.fromNanos());
    }
    for (int s = 0; s < interval.seriesCount(); s++) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        lineOf[s].add(cell);
      }
    }
  }

  private void next(long fromNanos) {
    lines.forEach(Line::next);
    all.add(sum(line -> line.cells.getLast()));
    while (fromNanos / binNanos >= MAX_BINS) {
      lines.forEach(Line::join);
      all = joined(all);
      binNanos *= 2;
    }
    bin = (int) (fromNanos / binNanos);
    lines.forEach(line -> line.fill(bin));
    fillUp(all, bin);
  }

  private TimeGrid.Cell sum(Function<Line, TimeGrid.Cell> cell) {
    return lines.stream().map(cell).reduce(TimeGrid.Cell.EMPTY, TimeGrid.Cell::plus);
  }

  /** What has been seen so far; requests that never ended are left out. */
  TimeGrid grid() {
    List<TimeGrid.Row> rows = new ArrayList<>();
    TimeGrid.Cell last = TimeGrid.Cell.EMPTY;
    for (Line line : lines) {
      TimeGrid.Cell cell = line.cell();
      last = last.plus(cell);
      line.seen |= !cell.isEmpty();
      if (line.seen) {
        rows.add(new TimeGrid.Row(line.name, 1, with(line.cells, cell)));
      }
    }
    rows.addFirst(new TimeGrid.Row(TimeGrid.ALL, 1, with(all, last)));
    return new TimeGrid(binNanos / 1e9, rows);
  }

  private static List<TimeGrid.Cell> with(List<TimeGrid.Cell> cells, TimeGrid.Cell last) {
    List<TimeGrid.Cell> more = new ArrayList<>(cells);
    more.add(last);
    return more;
  }
}
