package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.gate.capacity.SearchSettings;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.scenarios.HitPlan;
import io.sluice.scenarios.network.NetworkSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A probe of 2, 4 or 8 s after 1 s, with a limit of 3 s. */
final class CapacityCheckpointsTest {
  private static final SearchSettings SETTINGS =
      SearchSettings.DEFAULT.withTimes(
          Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(1));
  private static final int FIRST = 1;

  private final LoadPlan plan =
      new CapacityPlan(
              HitPlan.of("http://127.0.0.1:1/")
                  .withObjectives(List.of("p95 < 3s"))
                  .plan(1, NetworkSettings.NONE))
          .of(SETTINGS.first());
  private final SeriesCatalog catalog = SeriesCatalog.of(plan);
  private final List<String> looks = new ArrayList<>();
  private final CapacityCheckpoints checkpoints =
      new CapacityCheckpoints(
          plan, (number, unfinished) -> looks.add(number + ":" + cut(unfinished)));
  private int second;

  private long cut(Interval unfinished) {
    long sum = 0;
    for (int s = 0; s < catalog.seriesCount(); s++) {
      var cell = unfinished.seriesIfSeen(s);
      sum += cell == null ? 0 : cell.outcome(Outcome.ABORTED);
    }
    return sum;
  }

  private void second(int started, int ended) {
    Interval interval = new Interval(catalog);
    interval.span(second, second * 1_000_000_000L, (second + 1) * 1_000_000_000L);
    second++;
    for (int i = 0; i < started; i++) {
      interval.series(FIRST).start();
    }
    for (int i = 0; i < ended; i++) {
      interval.series(FIRST).finish(Outcome.OK, 200, 1_000_000, 1_000_000, 1);
    }
    checkpoints.onInterval(interval);
  }

  @Test
  void looksAsSoonAsNothingIsOpen() {
    second(0, 0);
    second(5, 5);
    assertEquals(List.of(), looks);
    second(5, 5);
    assertEquals(List.of("1:0"), looks);
  }

  @Test
  void waitsForWhatIsOpen() {
    second(0, 0);
    second(5, 5);
    second(5, 3);
    second(0, 1);
    assertEquals(List.of(), looks);
    second(0, 1);
    assertEquals(List.of("1:0"), looks);
  }

  /** 3 s is as long as the objective allows, and a second more. */
  @Test
  void whatIsOpenForTooLongIsSlowerThanAllowed() {
    second(0, 0);
    second(5, 5);
    second(5, 3);
    for (int i = 0; i < 3; i++) {
      second(0, 0);
      assertEquals(List.of(), looks);
    }
    second(0, 0);
    assertEquals(List.of("1:2"), looks);
  }

  @Test
  void theLastCheckpointIsThePlansEnd() {
    for (int i = 0; i < 12; i++) {
      second(0, 0);
    }
    assertEquals(List.of("1:0", "2:0"), looks);
  }
}
