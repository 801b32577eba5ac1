package io.sluice.reports.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineRecorderTest {
  private static final long SECOND = 1_000_000_000L;

  private final SeriesCatalog catalog = SeriesCatalog.of(SampleRun.plan(20, SampleRun.NAMES));

  private Interval interval(int number, double from, double to, long users, int... millis) {
    Interval interval = new Interval(catalog);
    interval.span(number, Math.round(from * SECOND), Math.round(to * SECOND));
    interval.health().set(Counter.USERS, users);
    for (int ms : millis) {
      interval.series(0).start();
      interval.series(0).finish(Outcome.OK, 200, ms * 1_000_000L, ms * 1_000_000L, -1);
    }
    return interval;
  }

  @Test
  void aShortRunHasAPointForEverySecond() {
    TimelineRecorder recorder = new TimelineRecorder();
    recorder.add(interval(0, 0, 1, 3, 10, 20));
    recorder.add(interval(1, 1, 2, 5));
    List<TimelinePoint> points = recorder.points();
    assertEquals(2, points.size());
    assertEquals(10.007, points.get(0).p50());
    assertEquals(2.0, points.get(0).perSecond(points.get(0).finished()));
    assertEquals(Double.NaN, points.get(1).p50());
    assertEquals(5, points.get(1).users());
  }

  @Test
  void neighboursMergeTheirHistogramsNotTheirPercentiles() {
    TimelineRecorder recorder = new TimelineRecorder();
    recorder.add(interval(0, 0, 1, 3, 10, 10, 10));
    recorder.add(interval(1, 1, 2, 2, 1_000));
    int seconds = TimelineRecorder.MAX_POINTS + 1;
    for (int s = 2; s < seconds; s++) {
      recorder.add(interval(s, s, s + 1, 1, 50));
    }
    List<TimelinePoint> points = recorder.points();
    assertEquals(Math.ceilDiv(seconds, 2), points.size());
    assertEquals(10.007, points.get(0).p50()); // an average of medians would be 505 ms
    assertEquals(2.0, points.get(0).perSecond(points.get(0).finished()));
    assertEquals(3, points.get(0).users());
    assertEquals(2.0, points.get(1).from());
  }

  @Test
  void aDayHasNoMorePointsThanAReaderCanSee() {
    int day = 86_400;
    TimelineRecorder recorder = new TimelineRecorder();
    Interval empty = new Interval(catalog);
    for (int s = 0; s < day; s++) {
      empty.span(s, s * SECOND, (s + 1) * SECOND);
      recorder.add(empty);
    }
    int points = recorder.points().size();
    assertEquals(0, recorder.points().getFirst().from());
    assertEquals(day, recorder.points().getLast().to());
    assertTrue(
        points <= TimelineRecorder.MAX_POINTS && points > TimelineRecorder.MAX_POINTS / 2,
        "was " + points);
  }

  @Test
  void aSplinterAtTheEndJoinsTheSecondBefore() {
    TimelineRecorder recorder = new TimelineRecorder();
    recorder.add(interval(0, 0, 1, 3, 10));
    recorder.add(interval(1, 1, 1.02, 3, 30));
    List<TimelinePoint> points = recorder.points();
    assertEquals(1, points.size());
    assertEquals(1.02, points.get(0).to());
    assertEquals(2, points.get(0).finished());
  }
}
