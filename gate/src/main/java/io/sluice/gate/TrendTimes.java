package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.run.Interval;
import io.sluice.model.run.MetricCell;
import io.sluice.model.run.Times;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Values of a trend of the scenario's own. */
final class TrendTimes implements TimeSamples {
  private final List<Integer> cells;
  private final Histogram values = Times.fresh();
  private final TimeCells inSlice = new TimeCells();

  TrendTimes(Question question, String metric) {
    cells = question.scope().metrics(metric);
  }

  @Override
  public Counts count(Interval interval, TimeLimit limit) {
    long above = 0;
    long all = 0;
    inSlice.reset();
    for (int m : cells) {
      MetricCell cell = interval.metricIfSeen(m);
      if (cell != null) {
        above += limit.above(cell.trend());
        all += cell.trend().getTotalCount();
        values.add(cell.trend());
        inSlice.add(cell.trend());
      }
    }
    return new Counts(above, all);
  }

  @Override
  public void spread(Interval interval, TimeLimit limit, IntendedSlices intended, SliceCounts to) {
    for (int m : cells) {
      MetricCell cell = interval.metricIfSeen(m);
      if (cell != null) {
        intended.add(to, interval, cell.trend(), limit.above(cell.trend()));
      }
    }
  }

  @Override
  public long overdue(Interval interval, TimeLimit limit) {
    return 0;
  }

  @Override
  public void addTo(TimeCells slice) {
    slice.add(inSlice);
  }

  @Override
  public Sums sum(Interval interval) {
    double micros = 0;
    long count = 0;
    for (int m : cells) {
      MetricCell cell = interval.metricIfSeen(m);
      if (cell != null) {
        micros += TimeSamples.sum(cell.trend());
        count += cell.trend().getTotalCount();
      }
    }
    return new Sums(micros, count);
  }

  @Override
  public Histogram times() {
    return values;
  }

  @Override
  public String noun() {
    return "value";
  }

  @Override
  public String missing() {
    return "";
  }
}
