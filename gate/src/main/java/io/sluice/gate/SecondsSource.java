package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCell;
import java.util.List;

/**
 * Whole seconds of a run, however short its slices are: one is bad if its share of failed requests
 * is at the limit or over it. Seconds without requests do not count, nor does one that the end of
 * the run cut. Not thread-safe.
 */
final class SecondsSource implements ShareSource {
  private static final long SECOND = 1_000_000_000L;

  private final List<Integer> series;
  private final double limit;
  private long second = -1;
  private long covered;
  private long failed;
  private long finished;

  SecondsSource(List<Integer> series, double limit) {
    this.series = series;
    this.limit = limit;
  }

  @Override
  public void count(Interval interval, SliceCounts slices) {
    if (interval.fromNanos() / SECOND != second) {
      finish(slices);
      clear();
      second = interval.fromNanos() / SECOND;
    }
    covered += interval.toNanos() - interval.fromNanos();
    for (int s : series) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        failed += cell.failed();
        finished += cell.finished();
      }
    }
  }

  @Override
  public void spread(Interval interval, IntendedSlices intended, SliceCounts slices) {
    count(interval, slices);
  }

  /** A second that is not whole yet may go on. */
  @Override
  public void finish(SliceCounts slices) {
    boolean whole = covered > SECOND - SECOND / 20;
    if (whole && finished > 0) {
      slices.addAt((int) second, failed >= limit * finished ? 1 : 0, 1);
      clear();
    }
  }

  private void clear() {
    covered = 0;
    failed = 0;
    finished = 0;
  }

  @Override
  public String noun() {
    return "second";
  }
}
