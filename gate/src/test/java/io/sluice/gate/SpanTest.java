package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.FakeRun.FROM;
import static io.sluice.gate.FakeRun.TO;
import static io.sluice.gate.Status.FAIL;
import static io.sluice.gate.Status.INCONCLUSIVE;
import static io.sluice.gate.Status.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.RunEnd.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objectives on a part of the run. */
class SpanTest {
  /** Every request fails in these seconds. */
  private static FakeRun outage(String objective, int from, int to) {
    FakeRun run = new FakeRun(objective);
    for (int second = FROM; second < TO; second++) {
      boolean out = second >= from && second < to;
      run.second(second, s -> s.ok(BROWSE, out ? 0 : 100, 10).failed(BROWSE, out ? 100 : 0));
    }
    return run;
  }

  @ParameterizedTest
  @CsvSource({
    "error_rate < 5%,            5, 7,   FAIL,         3000",
    "error_rate{last:20s} < 5%,  5, 7,   PASS,         2000",
    "error_rate{last:20s} < 5%,  20, 30, FAIL,         2000",
    "error_rate{last:10m} < 5%,  5, 5,   PASS,         3000",
    "p95{last:20s} < 1s,         5, 7,   PASS,         2000",
    "error_rate{worst:15s} < 5%, 5, 5,   PASS,         1500",
    "error_rate{worst:15s} < 5%, 10, 24, FAIL,         1500",
    "p90{worst:15s} < 1s,        10, 24, FAIL,         1500",
    "mean{worst:15s} < 1s,       5, 5,   PASS,         1500",
    "checks{worst:15s} > 5%,     5, 5,   INCONCLUSIVE, 0",
  })
  void judgesThatPart(String objective, int from, int to, Status expected, long samples) {
    ObjectiveResult result = outage(objective, from, to).first();

    assertEquals(samples, result.samples(), result.reason());
    if (to - from != 2 || expected != FAIL) { // two bad seconds of thirty may be one event
      assertEquals(expected, result.status(), result.reason());
    }
  }

  @Test
  void theWorstStretchIsNamed() {
    ObjectiveResult result = outage("error_rate{worst:15s} < 5%", 18, 26).first();

    assertEquals(8.0 / 15, result.estimate(), 1e-9);
    assertTrue(
        result
            .reason()
            .startsWith(
                "in the worst 15s of the run, from 11s on (picked among 2 stretches, each judged"
                    + " the more strictly) error_rate{worst:15s} is 53.33%"),
        result.reason());
  }

  @Test
  void theLevelIsSharedAmongTheStretches() {
    assertEquals(0.95, new Level(0.95).amongst(1).confidence());
    assertEquals(0.99, new Level(0.95).amongst(5).confidence(), 1e-12);
    assertEquals(0.025 / 3, new Level(0.95).amongst(3).tail(), 1e-12);
  }

  @Test
  void lateAnswersBelongToTheLastStretch() {
    FakeRun run =
        new FakeRun("p50{last:20s} < 1s").measured(s -> s.ok(BROWSE, 1, 10)).andADrainOf(5);
    run.second(TO + 2, s -> s.ok(BROWSE, 70, 3000));

    assertEquals(90, run.first().samples(), run.first().reason());
    assertEquals(FAIL, new Trial(run).point(), run.first().reason());
  }

  /** By estimates alone. */
  private record Trial(FakeRun run) {
    Status point() {
      return Gate.of(0.95, Verdict.Statistics.POINT)
          .judge(run.result())
          .objectives()
          .getFirst()
          .status();
    }
  }

  @Test
  void theLastStretchIsOneThatWasReached() {
    FakeRun run = outage("error_rate{last:10s} < 5%", 5, 15).endsAt(Reason.INTERRUPTED, 20);

    assertEquals(1000, run.first().samples());
    assertEquals(0.5, run.first().estimate(), 1e-9);
  }

  @Test
  void noStretchIsWorstWhereNoneWasReached() {
    ObjectiveResult result =
        outage("error_rate{worst:20s} < 5%", 5, 15).endsAt(Reason.INTERRUPTED, 20).first();

    assertEquals(INCONCLUSIVE, result.status());
    assertEquals(0, result.samples());
  }

  @Test
  void stretchesThatTouchAreOne() {
    Stretches stretches =
        new Stretches(
            List.of(
                new Stretches.Stretch("a", 0, 10),
                new Stretches.Stretch("b", 10, 30),
                new Stretches.Stretch("c", 20, 25),
                new Stretches.Stretch("d", 40, 60)));

    assertEquals(
        List.of(new Stretches.Stretch("a", 0, 30), new Stretches.Stretch("d", 40, 50)),
        stretches.joined(50));
    assertEquals(
        List.of(new Stretches.Stretch("b", 15, 22), new Stretches.Stretch("c", 20, 22)),
        stretches.within(new Excerpt(15, 22)).list());
  }

  @Test
  void slidingVisitsEveryStretch() {
    FakeRun run = new FakeRun("error_rate{worst:28s} < 5%");
    Sliding sliding = run.sliding();
    run.result().intervals().replay(interval -> sliding.add(interval, interval.number(), 1));

    List<Sliding.Window> windows = sliding.windows(28_000_000_000L);

    assertEquals(List.of(5, 6, 7), windows.stream().map(Sliding.Window::first).toList());
    assertEquals(List.of(33, 34, 35), windows.stream().map(Sliding.Window::end).toList());
    assertEquals(Long.MAX_VALUE, windows.getLast().excerpt().toNanos());
    assertEquals((5 + 32) / 2.0, sliding.share(5, 33));
    assertEquals(1, sliding.disjoint(28_000_000_000L));
    assertEquals(3, sliding.disjoint(10_000_000_000L));
    assertEquals(List.of(), sliding.windows(31_000_000_000L));
  }

  @Test
  void aShortRunHasItsWholeAsTheLast() {
    assertEquals(PASS, outage("error_rate{last:1h} < 5%", 0, 0).first().status());
  }
}
