package io.sluice.gate.baseline;

import io.sluice.gate.stats.DesignEffect;
import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Reads a run twice: first the times, which say where each level lies, then how many requests of
 * each slice are beyond it.
 */
final class TotalReader {
  private final List<Integer> series = new ArrayList<>();
  private final Histogram times = Times.fresh();
  private final List<SliceCounts> beyond = new ArrayList<>();
  private final long[] levels = new long[LevelEffect.LEVELS.size()];
  private long failed;
  private boolean begun;

  private TotalReader() {
    LevelEffect.LEVELS.forEach(_ -> beyond.add(new SliceCounts()));
  }

  static BaselineRun read(RunResult run) {
    SeriesCatalog catalog = run.catalog();
    TotalReader total = new TotalReader();
    Map<String, TotalReader> requests = new LinkedHashMap<>();
    for (int s = 0; s < catalog.seriesCount(); s++) {
      if (catalog.reachable(s) && catalog.series(s).measured()) {
        total.series.add(s);
        requests.computeIfAbsent(catalog.series(s).request(), _ -> new TotalReader()).series.add(s);
      }
    }
    List<TotalReader> all = new ArrayList<>(requests.values());
    all.add(total);
    run.intervals().replay(interval -> all.forEach(reader -> reader.add(interval)));
    all.forEach(TotalReader::placeLevels);
    run.intervals().replay(interval -> all.forEach(reader -> reader.count(interval)));
    Map<String, SeriesTotal> totals = new LinkedHashMap<>();
    requests.forEach((name, reader) -> totals.put(name, reader.result()));
    return new BaselineRun(run.header().started(), run.header().digest(), total.result(), totals);
  }

  private void add(Interval interval) {
    for (int s : series) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        times.add(cell.okResponse());
        failed += cell.failedResponse().getTotalCount();
      }
    }
  }

  private void placeLevels() {
    long n = times.getTotalCount() + failed;
    for (int i = 0; i < levels.length; i++) {
      double percentOfTimed =
          Math.min(100, 100 * LevelEffect.LEVELS.get(i) * n / Math.max(1, times.getTotalCount()));
      levels[i] = times.getValueAtPercentile(percentOfTimed);
    }
  }

  /** Slices from the first to the last that saw any; those without requests in between count. */
  private void count(Interval interval) {
    long[] above = new long[levels.length];
    long all = 0;
    for (int s : series) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        Histogram ok = cell.okResponse();
        long untimed = cell.failedResponse().getTotalCount();
        all += ok.getTotalCount() + untimed;
        for (int i = 0; i < levels.length; i++) {
          above[i] += untimed + ok.getTotalCount() - upTo(ok, levels[i]);
        }
      }
    }
    begun |= all > 0;
    if (begun) {
      for (int i = 0; i < levels.length; i++) {
        beyond.get(i).add(above[i], all);
      }
    }
  }

  private static long upTo(Histogram times, long micros) {
    return times.getTotalCount() == 0 ? 0 : times.getCountBetweenValues(0, micros);
  }

  private SeriesTotal result() {
    List<LevelEffect> effects = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      effects.add(new LevelEffect(LevelEffect.LEVELS.get(i), DesignEffect.of(beyond.get(i))));
    }
    return new SeriesTotal(times, failed, effects);
  }
}
