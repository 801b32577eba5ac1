package io.sluice.reports.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.SampleRun;
import org.junit.jupiter.api.Test;

class TimeGridRecorderTest {
  private static final long SECOND = 1_000_000_000L;

  private final SeriesCatalog catalog = SeriesCatalog.of(SampleRun.plan(20, SampleRun.NAMES));
  private final TimeGridRecorder recorder = new TimeGridRecorder(catalog);

  private void second(int number, int... millis) {
    Interval interval = new Interval(catalog);
    interval.span(number, number * SECOND, (number + 1) * SECOND);
    for (int ms : millis) {
      interval.series(0).start();
      interval.series(0).finish(Outcome.OK, 200, ms * 1_000_000L, ms * 1_000_000L, -1);
    }
    recorder.add(interval);
  }

  private static long ok(TimeGrid grid, int bin) {
    return grid.rows().getFirst().cells().get(bin).ok().total();
  }

  @Test
  void aShortRunHasAStretchForEverySecond() {
    second(0, 10, 20);
    second(3, 30);
    TimeGrid grid = recorder.grid();
    assertEquals(1, grid.binSeconds());
    assertEquals(4, grid.rows().getFirst().cells().size());
    assertEquals(2, ok(grid, 0));
    assertEquals(0, ok(grid, 1));
    assertEquals(1, ok(grid, 3));
  }

  @Test
  void neighboursBecomeOneWhereThereAreTooMany() {
    for (int s = 0; s <= TimeGridRecorder.MAX_BINS; s++) {
      second(s, 10, 10 + s);
    }
    TimeGrid grid = recorder.grid();
    assertEquals(2, grid.binSeconds());
    assertEquals(TimeGridRecorder.MAX_BINS / 2 + 1, grid.rows().getFirst().cells().size());
    assertEquals(4, ok(grid, 0));
    assertEquals(4, ok(grid, TimeGridRecorder.MAX_BINS / 2 - 1));
    assertEquals(2, ok(grid, TimeGridRecorder.MAX_BINS / 2));
  }

  @Test
  void nothingIsLostInAnHourWithHoles() {
    long all = 0;
    for (int s = 0; s < 3600; s += s % 7 == 0 ? 61 : 1) {
      second(s, 5, 50);
      all += 2;
    }
    TimeGrid grid = recorder.grid();
    int bins = grid.rows().getFirst().cells().size();
    assertTrue(bins <= TimeGridRecorder.MAX_BINS, "was " + bins);
    long seen = 0;
    for (int bin = 0; bin < bins; bin++) {
      seen += ok(grid, bin);
    }
    assertEquals(all, seen);
  }
}
