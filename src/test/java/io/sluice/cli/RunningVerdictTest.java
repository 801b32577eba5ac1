package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Gate;
import io.sluice.gate.ReleaseGate;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.scenarios.HitPlan;
import io.sluice.scenarios.network.NetworkSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunningVerdictTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int HIT = 1; // 0 is that of the set-up

  @Test
  void itIsThereWhileTheRunGoesOn() {
    LoadPlan plan =
        HitPlan.of("http://127.0.0.1:1/")
            .withTimes(Duration.ZERO, Duration.ofHours(1))
            .plan(1, NetworkSettings.NONE);
    int[] second = new int[1];
    Interval interval = new Interval(SeriesCatalog.of(plan));
    try (RunningVerdict verdict = RunningVerdict.start(plan, Gate.standard())) {
      assertTrue(verdict.last().isEmpty());
      Poll.until(
          "a verdict",
          () -> {
            // as the engine hands them out: the same one again and again
            interval.reset();
            interval.span(second[0], second[0] * SECOND, (second[0] + 1) * SECOND);
            for (int i = 0; i < 100; i++) {
              interval.series(HIT).start();
              interval.series(HIT).finish(Outcome.OK, 200, 5_000_000, 4_000_000, 3_000_000);
            }
            second[0]++;
            verdict.onInterval(interval);
            return verdict.last().isPresent();
          });
      var seen = verdict.last().orElseThrow();
      assertEquals(ReleaseGate.DEFAULT.size(), seen.objectives().size());
      long samples = seen.objectives().getFirst().samples();
      assertTrue(samples > 0 && samples <= 100L * second[0], () -> samples + " samples");
      assertEquals(0, samples % 100);
    }
  }

  @Test
  void concludingTakesAFiftiethOfTheTime() {
    RunningVerdict.Pauses pauses = new RunningVerdict.Pauses();
    assertFalse(pauses.over(7 * SECOND));
    assertTrue(pauses.over(8 * SECOND));

    pauses.looked(8 * SECOND, 8 * SECOND + SECOND / 100);
    assertFalse(pauses.over(13 * SECOND - 1));
    assertTrue(pauses.over(13 * SECOND));

    pauses.looked(20 * SECOND, 22 * SECOND);
    assertFalse(pauses.over(120 * SECOND - 1));
    assertTrue(pauses.over(120 * SECOND));
  }
}
