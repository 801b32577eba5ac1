package io.sluice.reports.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Response times by request and by stretch of the run, so that a page can tell the percentiles of
 * any part of it: from counts that add up, never from other percentiles.
 *
 * @param binSeconds how long a stretch is
 * @param rows all requests together first, then each request by its label
 */
public record TimeGrid(double binSeconds, List<Row> rows) {
  /** The name of the row of all requests. */
  public static final String ALL = "";

  public TimeGrid {
    rows = List.copyOf(rows);
  }

  /**
   * The stretches of a request.
   *
   * @param name its label, or {@value TimeGrid#ALL}
   * @param every how many of the grid's bins each of its cells covers
   */
  public record Row(String name, int every, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    private Row from(int bin) {
      return new Row(name, every, cells.subList(Math.min(cells.size(), bin / every), cells.size()));
    }

    /** The same with neighbouring cells added up in pairs. */
    Row coarser() {
      List<Cell> pairs = new ArrayList<>();
      for (int i = 0; i < cells.size(); i += 2) {
        Cell cell = cells.get(i);
        pairs.add(i + 1 < cells.size() ? cell.plus(cells.get(i + 1)) : cell);
      }
      return new Row(name, 2 * every, pairs);
    }
  }

  /**
   * What ended in a stretch.
   *
   * @param ok response times of requests that were ok, or failed nothing but a limit on their time
   * @param failed response times of all others
   */
  public record Cell(TimeCounts ok, TimeCounts failed) {
    /** In which nothing ended. */
    static final Cell EMPTY = new Cell(TimeCounts.NONE, TimeCounts.NONE);

    boolean isEmpty() {
      return ok.size() + failed.size() == 0;
    }

    Cell plus(Cell other) {
      return new Cell(ok.plus(other.ok), failed.plus(other.failed));
    }
  }

  /** How many stretches the run has so far. */
  public int bins() {
    return rows.getFirst().cells().size();
  }

  /**
   * The stretches from one on.
   *
   * @param bin the first; a multiple of what each row's cells cover
   */
  public TimeGrid from(int bin) {
    return new TimeGrid(binSeconds, rows.stream().map(row -> row.from(bin)).toList());
  }

  /** The same with the cells of single requests twice as long. */
  public TimeGrid coarser() {
    List<Row> coarse = new ArrayList<>();
    for (Row row : rows) {
      coarse.add(row.name().equals(ALL) ? row : row.coarser());
    }
    return new TimeGrid(binSeconds, coarse);
  }
}
