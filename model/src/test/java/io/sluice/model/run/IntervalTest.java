package io.sluice.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final SeriesCatalog CATALOG = SeriesCatalog.of(Plans.shop());

  private static Interval sum(List<Interval> parts) {
    Interval sum = new Interval(CATALOG);
    parts.forEach(sum::add);
    return sum;
  }

  @Test
  void addsUpTheSameOverCellsAndOverTime() {
    Random random = new Random(5);
    List<List<Interval>> secondsOfCells = new ArrayList<>();
    for (int cell = 0; cell < 3; cell++) {
      List<Interval> seconds = new ArrayList<>();
      for (int second = 0; second < 6; second++) {
        seconds.add(Intervals.random(CATALOG, random));
      }
      secondsOfCells.add(seconds);
    }
    List<Interval> byTime = secondsOfCells.stream().map(IntervalTest::sum).toList();
    List<Interval> byCell = new ArrayList<>();
    for (int second = 0; second < 6; second++) {
      int s = second;
      byCell.add(sum(secondsOfCells.stream().map(seconds -> seconds.get(s)).toList()));
    }

    assertEquals(Intervals.describe(sum(byTime)), Intervals.describe(sum(byCell)));
    long started =
        secondsOfCells.stream().flatMap(List::stream).mapToLong(i -> i.series(2).started()).sum();
    assertEquals(started, sum(byTime).series(2).started());
  }

  @Test
  void mergedHealthIsTheSumOfTheLoopsWhateverTheOrder() {
    Random random = new Random(6);
    Interval total = new Interval(CATALOG);
    List<List<Interval>> cells = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int second = 0; second < 5; second++) {
      Interval merged = new Interval(CATALOG);
      for (int cell = 0; cell < cells.size(); cell++) {
        Interval seen = Intervals.random(CATALOG, random);
        cells.get(cell).add(seen);
        merged.addCell(cell, seen);
      }
      total.add(merged);
    }

    Health sum = new Health();
    total.loops().forEach(sum::add);
    assertEquals(Intervals.describe(sum), Intervals.describe(total.health()));
    for (int cell = 0; cell < cells.size(); cell++) {
      assertEquals(
          Intervals.describe(sum(cells.get(cell)).health()),
          Intervals.describe(total.loops().get(cell)));
      assertTrue(
          cells.get(cell).getFirst().loops().isEmpty(), "a cell has no others to keep apart");
    }
    assertEquals(
        Intervals.describe(new Health()),
        Intervals.describe(total.health().without(total.loops())),
        "nothing belongs to the process");
  }

  @Test
  void aLoopThatWroteNothingIsStillInItsPlace() {
    Interval merged = new Interval(CATALOG);
    Interval cell = new Interval(CATALOG);
    cell.health().add(Health.Counter.DROPPED, 4);
    merged.addCell(2, cell);
    assertEquals(
        List.of(0L, 0L, 4L),
        merged.loops().stream().map(loop -> loop.get(Health.Counter.DROPPED)).toList());
    merged.reset();
    assertTrue(merged.loops().isEmpty());
    merged.addCell(0, new Interval(CATALOG));
    assertEquals(1, merged.loops().size());
    assertEquals(0, merged.loops().getFirst().get(Health.Counter.DROPPED));
  }

  @Test
  void agesOfWhatIsUnderWayAddUpOverCellsAndNotOverTime() {
    Interval merged = new Interval(CATALOG);
    for (int cell = 0; cell < 2; cell++) {
      Interval seen = new Interval(CATALOG);
      seen.pending(1).recordValue(1000 + cell);
      merged.addCell(cell, seen);
    }
    var ages = merged.pendingIfSeen(1);
    assertNotNull(ages);
    assertEquals(2, ages.getTotalCount());
    assertEquals(1001, ages.getMaxValue());
    assertNull(merged.pendingIfSeen(0));
    assertNull(sum(List.of(merged, merged)).pendingIfSeen(1));
    merged.reset();
    assertNull(merged.pendingIfSeen(1));
  }

  @Test
  void isEmptyAfterAReset() {
    Interval interval = Intervals.merged(CATALOG, new Random(1));
    interval.reset();
    assertEquals(Intervals.describe(new Interval(CATALOG)), Intervals.describe(interval));
  }

  @Test
  void bytesAloneAreSeenAndReset() {
    Interval interval = new Interval(CATALOG);
    interval.series(0).bytes(10, 20);

    assertNotNull(interval.seriesIfSeen(0));
    assertEquals(20, sum(List.of(interval, interval)).series(0).bytesSent());
    interval.reset();
    assertNull(interval.seriesIfSeen(0));
    assertEquals(0, interval.series(0).bytesSent());
  }

  @Test
  void sortsTimesByOutcome() {
    SeriesCell cell = new SeriesCell();
    for (int i = 0; i < Outcome.COUNT; i++) {
      cell.start();
      cell.finish(Outcome.at(i), i == 0 ? 200 : 0, 1_000_000, 500_000, -1);
    }

    assertEquals(Outcome.COUNT, cell.started());
    assertEquals(cell.started(), cell.ended());
    assertEquals(cell.ended() - 1, cell.finished());
    assertEquals(cell.finished() - 1, cell.failed());
    assertEquals(1, cell.okResponse().getTotalCount());
    assertEquals(cell.failed(), cell.failedResponse().getTotalCount());
    assertEquals(1, cell.abortedAge().getTotalCount());
    assertEquals(cell.finished(), cell.service().getTotalCount());
    assertEquals(cell.finished(), cell.response().getTotalCount());
    assertEquals(0, cell.firstByte().getTotalCount());
    assertEquals(1, cell.statuses().of(200));
  }

  @Test
  void keepsTheCommonestKindsOfErrorsApart() {
    Interval interval = new Interval(CATALOG);
    for (int i = 0; i < Interval.MAX_ERROR_KINDS + 5; i++) {
      interval.error(new ErrorKey("pay", Outcome.RESET, "reset " + i), 2);
    }
    interval.error(new ErrorKey("pay", Outcome.RESET, "reset 0"), 1);

    assertEquals(3, interval.errors().get(new ErrorKey("pay", Outcome.RESET, "reset 0")));
    assertEquals(10, interval.errors().get(new ErrorKey("", Outcome.RESET, "other")));
    assertEquals(
        ErrorKey.MAX_DETAIL + 1,
        new ErrorKey("", Outcome.RESET, "x".repeat(500)).detail().length());
  }

  @Test
  void outcomesThatFail() {
    for (int i = 0; i < Outcome.COUNT; i++) {
      Outcome outcome = Outcome.at(i);
      assertEquals(outcome != Outcome.OK && outcome != Outcome.ABORTED, outcome.failed());
      assertEquals(outcome, Outcome.valueOf(outcome.key().toUpperCase(java.util.Locale.ROOT)));
    }
    assertEquals("http_error", Outcome.HTTP_ERROR.key());
  }

  @Test
  void timesAreRoundedUpAndBounded() {
    long[][] table = {
      {-5, 0},
      {0, 0},
      {1, 1},
      {999, 1},
      {1000, 1},
      {1001, 2},
      {1_000_000, 1000},
      {Times.MAX_MICROS * 1000 + 1, Times.MAX_MICROS},
      {Long.MAX_VALUE - 1000, Times.MAX_MICROS},
    };
    for (long[] row : table) {
      var histogram = Times.fresh();
      Times.record(histogram, row[0]);
      assertTrue(histogram.valuesAreEquivalent(row[1], histogram.getMaxValue()), "" + row[0]);
    }
    assertEquals(0, Times.empty().getTotalCount());
  }

  @Test
  void busyShareIsOfTheLoopsTime() {
    Health health = new Health();
    assertEquals(0, health.busyShare());
    health.add(Health.Counter.LOOP_NANOS, 100);
    health.add(Health.Counter.BUSY_NANOS, 25);
    assertEquals(0.25, health.busyShare());
    health.add(Health.Counter.BUSY_NANOS, 500);
    assertEquals(1, health.busyShare());
    health.set(Health.Counter.USERS, 5);
    health.set(Health.Counter.USERS, 3);
    assertEquals(3, health.get(Health.Counter.USERS));
    assertFalse(health.busyShare() > 1);
  }
}
