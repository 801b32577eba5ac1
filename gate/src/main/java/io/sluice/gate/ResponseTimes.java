package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Response times of the selected series. A failed request has none, and is above any limit, unless
 * all it failed was a check on its time: then that time is judged like any other. A request that
 * the end of the run cut is no sample, unless it was older than the limit by then: it is above it
 * whatever would have come.
 */
final class ResponseTimes implements TimeSamples {
  private final List<Integer> series;
  private final SeriesTimes times;
  private final Histogram response = Times.fresh();
  private long ok;
  private long failed;
  private long overdue;
  private long endless;

  ResponseTimes(Question question) {
    series = question.scope().series();
    times = question.times();
    times.want(series);
  }

  @Override
  public Counts count(Interval interval, TimeLimit limit) {
    long above = 0;
    long all = 0;
    endless = 0;
    for (int s : series) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        long errors = cell.failedResponse().getTotalCount(); // not those that were merely late
        long cut = limit.above(cell.abortedAge());
        long timed = cell.okResponse().getTotalCount();
        above += limit.above(cell.okResponse()) + errors + cut;
        all += timed + errors + cut;
        endless += errors + cut;
        failed += errors;
        overdue += cut;
        ok += timed;
      }
    }
    return new Counts(above, all);
  }

  @Override
  public void spread(Interval interval, TimeLimit limit, IntendedSlices intended, SliceCounts to) {
    for (int s : series) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        Histogram failures = cell.failedResponse();
        Histogram cut = cell.abortedAge();
        long overdueOnes = limit.above(cut);
        intended.add(to, interval, cell.okResponse(), limit.above(cell.okResponse()));
        intended.add(to, interval, failures, failures.getTotalCount());
        intended.addSlowest(to, interval, cut, overdueOnes, overdueOnes);
      }
    }
  }

  @Override
  public long overdue(Interval interval, TimeLimit limit) {
    long late = 0;
    for (int s : series) {
      Histogram ages = interval.pendingIfSeen(s);
      late += ages == null ? 0 : limit.above(ages);
    }
    return late;
  }

  @Override
  public void addTo(TimeCells slice) {
    series.forEach(s -> slice.add(times.slice(s)));
    slice.addEndless(endless);
  }

  @Override
  public Sums sum(Interval interval) {
    // one histogram first: walking through it costs more than adding to it
    response.reset();
    for (int s : series) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        add(response, cell.okResponse());
        add(response, cell.failedResponse());
      }
    }
    return new Sums(TimeSamples.sum(response), response.getTotalCount());
  }

  private static void add(Histogram sum, Histogram times) {
    if (times.getTotalCount() > 0) {
      sum.add(times);
    }
  }

  @Override
  public Histogram times() {
    return times.sum(series);
  }

  @Override
  public String noun() {
    return "request";
  }

  @Override
  public String missing() {
    double all = ok + failed + overdue;
    if (failed == 0 && overdue == 0) {
      return "";
    }
    String cut = Units.percent(overdue / all) + " were cut by the end of the run when overdue";
    return failed == 0
        ? cut.replaceFirst(" ", " of the requests ")
        : Units.percent(failed / all)
            + " of the requests failed"
            + (overdue == 0 ? "" : " and " + cut);
  }
}
