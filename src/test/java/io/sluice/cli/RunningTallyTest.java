package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Gate;
import io.sluice.gate.ReleaseGate;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.scenarios.HitPlan;
import io.sluice.scenarios.network.NetworkSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RunningTallyTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int HIT = 1; // 0 is that of the set-up

  private static final LoadPlan PLAN =
      HitPlan.of("http://127.0.0.1:1/")
          .withTimes(Duration.ZERO, Duration.ofHours(1))
          .plan(1, NetworkSettings.NONE);
  private static final RunHeader HEADER =
      new RunHeader("hit", Instant.EPOCH, PLAN.digest(), 1, Map.of());

  private final Interval interval = new Interval(SeriesCatalog.of(PLAN));
  private final List<String> problems = new CopyOnWriteArrayList<>();

  /** As the engine hands them out: the same one again and again. */
  private void second(int number, IntervalListener listener) {
    interval.reset();
    interval.span(number, number * SECOND, (number + 1) * SECOND);
    for (int i = 0; i < 100; i++) {
      interval.series(HIT).start();
      long nanos = (5 + (number + i) % 17) * 1_000_000L;
      interval.series(HIT).finish(Outcome.OK, 200, nanos, 4_000_000, 3_000_000);
    }
    listener.onInterval(interval);
  }

  private RunResult seconds(int count) {
    return new RunResult(
        PLAN,
        HEADER,
        new RunEnd(RunEnd.Reason.COMPLETED, "", count * SECOND),
        listener -> {
          for (int s = 0; s < count; s++) {
            second(s, listener);
          }
        });
  }

  private RunningTally start() {
    return RunningTally.start(PLAN, HEADER, Gate.standard(), problems::add);
  }

  /** What is left in the queue at the end counts, too. */
  @Test
  void whatItFindsIsWhatTheLogTells() {
    RunResult run = seconds(30); // fewer than may wait
    try (RunningTally tally = start()) {
      run.intervals().replay(tally);
      assertEquals(Tally.of(run, Gate.standard()).verdict(), tally.conclude(run).verdict());
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void aRunThatCouldNotBeFollowedIsReadFromItsLog() {
    RunResult run = seconds(50);
    RunningTally tally = start();
    try (tally) {
      second(0, tally);
    }
    second(1, tally);
    assertTrue(tally.verdict().isEmpty());
    assertTrue(tally.figures().isEmpty());
    Tally.Found found = tally.conclude(run);
    assertEquals(5000, found.figures().wholeRun().total().finished());
    assertEquals(Tally.of(run, Gate.standard()).verdict(), found.verdict());
  }

  @Test
  void aVerdictIsThereWhileTheRunGoesOn() {
    int[] second = new int[1];
    try (RunningTally verdict = start()) {
      verdict.watch();
      assertTrue(verdict.verdict().isEmpty());
      Poll.until(
          "a verdict",
          () -> {
            second(second[0]++, verdict);
            return verdict.verdict().isPresent();
          });
      var seen = verdict.verdict().orElseThrow();
      assertEquals(ReleaseGate.DEFAULT.size(), seen.objectives().size());
      long samples = seen.objectives().getFirst().samples();
      assertTrue(samples > 0 && samples <= 100L * second[0], () -> samples + " samples");
      assertEquals(0, samples % 100);
    }
  }

  @Test
  void concludingTakesLittleOfTheTime() {
    RunningTally.Pauses pauses = new RunningTally.Pauses();
    assertFalse(pauses.over(7 * SECOND));
    assertTrue(pauses.over(8 * SECOND));

    pauses.looked(8 * SECOND, 8 * SECOND + SECOND / 100);
    assertFalse(pauses.over(13 * SECOND - 1));
    assertTrue(pauses.over(13 * SECOND));

    pauses.looked(13 * SECOND, 13 * SECOND + SECOND / 25);
    assertFalse(pauses.over(23 * SECOND - 1));
    assertTrue(pauses.over(23 * SECOND));

    pauses.looked(23 * SECOND, 23 * SECOND + SECOND / 10);
    assertFalse(pauses.over(38 * SECOND - 1));
    assertTrue(pauses.over(38 * SECOND));

    pauses.looked(20 * SECOND, 22 * SECOND);
    assertFalse(pauses.over(120 * SECOND - 1));
    assertTrue(pauses.over(120 * SECOND));
  }
}
