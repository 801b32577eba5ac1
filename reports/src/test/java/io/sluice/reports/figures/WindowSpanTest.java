package io.sluice.reports.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.reports.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowSpanTest {
  private static WindowSpan measured(double from, double to) {
    return new WindowSpan("p", "w", from, to, true);
  }

  @Test
  void secondsInSeveralWindowsCountOnce() {
    assertEquals(
        7.0,
        WindowSpan.measuredSeconds(
            List.of(
                measured(5, 8),
                measured(0, 2),
                measured(6, 9),
                measured(6, 7),
                measured(1, 2),
                measured(9, 10),
                new WindowSpan("p", "not measured", 2, 5, false))));
  }

  @Test
  void windowsEndWhereTheRunDid() {
    List<WindowSpan> spans = WindowSpan.of(SampleRun.plan(20, SampleRun.NAMES), 7_500_000_000L);
    assertEquals(
        List.of(
            new WindowSpan("main", "warm-up", 0, 2, false),
            new WindowSpan("main", "steady", 2, 7.5, true)),
        spans);
  }

  @Test
  void windowsThatWereNotReachedAreLeftOut() {
    assertEquals(
        List.of(new WindowSpan("main", "warm-up", 0, 1, false)),
        WindowSpan.of(SampleRun.plan(20, SampleRun.NAMES), 1_000_000_000L));
  }

  @Test
  void whatComesAfterThePlanIsTheDrain() {
    assertEquals(
        new WindowSpan("", "drain", 20, 21, false),
        WindowSpan.of(SampleRun.plan(20, SampleRun.NAMES), 21_000_000_000L).getLast());
  }
}
