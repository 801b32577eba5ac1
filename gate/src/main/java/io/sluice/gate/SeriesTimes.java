package io.sluice.gate;

import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Response times of successful requests by series, added up once for all objectives that look at
 * them: adding histograms is most of a judgement's work.
 */
final class SeriesTimes {
  private final TreeMap<Integer, Histogram> bySeries = new TreeMap<>();

  /** Adds up these series, too. To be called before the first interval. */
  void want(List<Integer> series) {
    series.forEach(s -> bySeries.putIfAbsent(s, Times.fresh()));
  }

  void take(Interval interval) {
    bySeries.forEach(
        (series, sum) -> {
          SeriesCell cell = interval.seriesIfSeen(series);
          if (cell != null && cell.okResponse().getTotalCount() > 0) {
            sum.add(cell.okResponse());
          }
        });
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
