package io.sluice.gate.baseline;

import io.sluice.gate.stats.DesignEffect;
import io.sluice.gate.stats.SliceTimes;
import io.sluice.gate.stats.TimeScale;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Makes one run of a baseline from the intervals of a run, each taken in once.
 *
 * <p>How many requests of each slice are beyond a level is known only when all times are; until
 * then the times of each slice are kept on the {@link TimeScale}, and the level is the edge of a
 * cell. Not thread-safe.
 */
public final class BaselineRecorder implements IntervalListener {
  private final Map<String, Sum> requests = new LinkedHashMap<>();
  private int slice;

  /** What was seen of a request. */
  private static final class Sum implements Times.Bucket {
    final List<Integer> series = new ArrayList<>();
    final Histogram times = Times.fresh();
    final SliceTimes slices = new SliceTimes();
    long failed;
    private int slice;
    private int cell;
    private int inCell;

    void add(int number, Interval interval) {
      slice = number;
      for (int s : series) {
        SeriesCell seen = interval.seriesIfSeen(s);
        if (seen != null) {
          times.add(seen.okResponse());
          Times.forEachBucket(seen.okResponse(), this);
          long untimed = seen.failedResponse().getTotalCount();
          failed += untimed;
          addToCell(TimeScale.ENDLESS, untimed);
          flush();
        }
      }
    }

    @Override
    public void visit(long micros, long count) {
      addToCell(TimeScale.cellOf(micros), count);
    }

    private void addToCell(int next, long count) {
      if (next != cell) {
        flush();
        cell = next;
      }
      inCell += Math.toIntExact(count);
    }

    private void flush() {
      if (inCell > 0) {
        slices.add(slice, cell, inCell);
        inCell = 0;
      }
    }
  }

  /** A recorder for a run of the plan. */
  public BaselineRecorder(LoadPlan plan) {
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    for (int s = 0; s < catalog.seriesCount(); s++) {
      if (catalog.reachable(s) && catalog.series(s).measured()) {
        requests.computeIfAbsent(catalog.series(s).request(), _ -> new Sum()).series.add(s);
      }
    }
  }

  @Override
  public void onInterval(Interval interval) {
    requests.values().forEach(sum -> sum.add(slice, interval));
    slice++;
  }

  /** What was taken in so far, over the measured windows. */
  public BaselineRun run(RunHeader header) {
    Map<String, SeriesTotal> totals = new LinkedHashMap<>();
    requests.forEach((name, sum) -> totals.put(name, total(List.of(sum))));
    return new BaselineRun(
        header.started(), header.digest(), total(List.copyOf(requests.values())), totals);
  }

  private static SeriesTotal total(List<Sum> sums) {
    Histogram times = Times.fresh();
    long failed = 0;
    for (Sum sum : sums) {
      times.add(sum.times);
      failed += sum.failed;
    }
    List<SliceTimes> slices = sums.stream().map(sum -> sum.slices).toList();
    List<LevelEffect> effects =
        LevelEffect.LEVELS.stream()
            .map(q -> new LevelEffect(q, DesignEffect.of(SliceTimes.above(slices, q))))
            .toList();
    return new SeriesTotal(times, failed, effects);
  }
}
