package io.sluice.gate;

import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Response times of successful requests by series, added up once for all objectives that look at
 * them: going through histograms is most of a judgement's work.
 */
final class SeriesTimes {
  private final TreeMap<Integer, Histogram> bySeries = new TreeMap<>();
  private final TreeMap<Integer, TimeCells> inSlice = new TreeMap<>();

  /** Adds up these series, too. To be called before the first interval. */
  void want(List<Integer> series) {
    series.forEach(
        s -> {
          bySeries.putIfAbsent(s, Times.fresh());
          inSlice.putIfAbsent(s, new TimeCells());
        });
  }

  void take(Interval interval) {
    bySeries.forEach(
        (series, sum) -> {
          TimeCells cells = slice(series);
          cells.reset();
          SeriesCell cell = interval.seriesIfSeen(series);
          if (cell != null && cell.okResponse().getTotalCount() > 0) {
            sum.add(cell.okResponse());
            cells.add(cell.okResponse());
          }
        });
  }

  /** The times of a wanted series in the interval taken last. */
  TimeCells slice(int series) {
    return Objects.requireNonNull(inSlice.get(series), "a series that nobody wanted");
  }

  /** The sum over some of the wanted series, in microseconds. */
  Histogram sum(List<Integer> series) {
    Histogram sum = Times.fresh();
    bySeries.forEach(
        (s, times) -> {
          if (series.contains(s)) {
            sum.add(times);
          }
        });
    return sum;
  }
}
