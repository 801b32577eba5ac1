package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.Status.FAIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.run.Interval;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class IntendedSlicesTest {
  private static final IntendedSlices SLICES =
      new IntendedSlices(new FakeRun().result().plan()); // of a second

  private static Interval second(int number) {
    Interval interval = new Interval(new FakeRun().result().catalog());
    interval.span(number, number * 1_000_000_000L, (number + 1) * 1_000_000_000L);
    return interval;
  }

  @Test
  void aRequestWasIntendedSoLongBeforeItsEnd() {
    assertEquals(7, SLICES.of(second(7), 0));
    assertEquals(7, SLICES.of(second(7), 400_000));
    assertEquals(6, SLICES.of(second(7), 600_000));
    assertEquals(4, SLICES.of(second(7), 3_000_000));
    assertEquals(0, SLICES.of(second(7), 60_000_000));
  }

  @Test
  void theSlowestAreTheBadOnes() {
    Histogram times = new Histogram(3);
    times.recordValueWithCount(10_000, 5);
    times.recordValueWithCount(2_000_000, 3);
    times.recordValueWithCount(3_000_000, 2);
    SliceCounts counts = new SliceCounts();

    SLICES.add(counts, second(9), times, 4);

    assertEquals(10, counts.all());
    assertEquals(4, counts.bad());
    assertEquals(2, counts.bad(0)); // second 6
    assertEquals(2, counts.bad(1)); // second 7: one of the three is good
    assertEquals(3, counts.all(1));
    assertEquals(5, counts.all(3)); // second 9
  }

  @Test
  void onlyTheSlowestOfAHistogramCount() {
    Histogram times = new Histogram(3);
    times.recordValueWithCount(100_000, 5);
    times.recordValueWithCount(4_000_000, 3);
    SliceCounts counts = new SliceCounts();

    SLICES.addSlowest(counts, second(9), times, 2, 2);

    assertEquals(2, counts.all());
    assertEquals(2, counts.bad());
    assertEquals(1, counts.size());
  }

  /** 12 % of the answers take 3 s: none comes in the first three seconds, only they in the last. */
  @Test
  void slowAnswersThatComeLateAreNoTrend() {
    FakeRun run = new FakeRun("p95 < 2s");
    for (int second = FakeRun.FROM; second < FakeRun.TO; second++) {
      int slow = second < FakeRun.FROM + 3 ? 0 : 12;
      int fast = second < FakeRun.TO - 3 ? 88 : 0;
      run.second(second, s -> s.ok(BROWSE, fast, 100).ok(BROWSE, slow, 3000));
    }

    assertEquals(FAIL, run.first().status(), run.first().reason());
    assertTrue(run.first().effectiveSamples() > 1500, () -> run.first().reason());
  }
}
