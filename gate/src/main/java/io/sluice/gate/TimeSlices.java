package io.sluice.gate;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.gate.stats.SliceTimes;
import io.sluice.gate.stats.TimeScale;
import io.sluice.model.run.Interval;

/** The times of a run by the slice that their requests were intended in. Not thread-safe. */
final class TimeSlices {
  private final IntendedSlices intended;
  private final SliceTimes slices = new SliceTimes();

  TimeSlices(IntendedSlices intended) {
    this.intended = intended;
  }

  /** Adds what an interval saw; what has no time counts as of its end. */
  void add(Interval interval, TimeCells times) {
    for (int cell = 0; cell < TimeScale.CELLS; cell++) {
      if (times.count(cell) > 0) {
        double micros = cell == TimeScale.ENDLESS ? 0 : TimeScale.lowest(cell);
        slices.add(intended.of(interval, micros), cell, times.count(cell));
      }
    }
  }

  /** In every slice, the times above quantile q of the whole, as near as the scale tells. */
  SliceCounts above(double q) {
    return slices.above(q);
  }
}
