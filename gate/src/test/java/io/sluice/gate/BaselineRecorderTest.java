package io.sluice.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.baseline.SeriesTotal;
import io.sluice.gate.stats.DesignEffect;
import io.sluice.gate.stats.SliceCounts;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.SeriesKey;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BaselineRecorderTest {
  /** Slow stretches that come and go, so that requests of a slice are not independent. */
  private static RunResult run() {
    SplittableRandom random = new SplittableRandom(11);
    FakeRun run = new FakeRun();
    double level = 0;
    for (int second = FakeRun.FROM; second < FakeRun.TO; second++) {
      level = 0.7 * level + random.nextGaussian();
      int millis = (int) Math.round(200 * Math.exp(0.5 * level));
      int broken = second % 9 == 0 ? 2 : 0;
      run.second(
          second,
          s ->
              s.ok(FakeRun.BROWSE, 60, millis)
                  .ok(FakeRun.BROWSE, 30, millis / 3.0)
                  .ok(FakeRun.PAY, 10, 2 * millis)
                  .failed(FakeRun.PAY, broken));
    }
    return run.result();
  }

  @Test
  void countsEachRequestOnceAndAllOfThemTogether() {
    BaselineRun run = BaselineRun.of(run());
    int seconds = FakeRun.TO - FakeRun.FROM;
    assertEquals(90L * seconds, run.series("browse").requests());
    assertEquals(
        run.total().requests(),
        run.requests().values().stream().mapToLong(SeriesTotal::requests).sum());
    assertTrue(run.series("pay").failed() > 0);
    assertEquals(run.series("pay").failed(), run.total().failed());
  }

  /** The level is the edge of a cell: near enough to what the exact level would tell. */
  @Test
  void knowsHowRequestsOfASliceHangTogether() {
    RunResult result = run();
    SeriesTotal browse = BaselineRun.of(result).series("browse");
    long median = browse.times().getValueAtPercentile(50);
    SliceCounts exact = new SliceCounts();
    result
        .intervals()
        .replay(
            interval -> {
              long all = 0;
              long above = 0;
              for (int s = 0; s < interval.seriesCount(); s++) {
                SeriesKey key = result.catalog().series(s);
                SeriesCell cell = interval.seriesIfSeen(s);
                if (cell != null && key.measured() && key.request().equals("browse")) {
                  all += cell.okResponse().getTotalCount();
                  above += cell.okResponse().getCountBetweenValues(median + 1, 3_600_000_000L);
                }
              }
              exact.add(above, all);
            });
    DesignEffect wanted = DesignEffect.of(exact);
    DesignEffect seen = browse.effects().getFirst().effect();
    assertTrue(wanted.factor() > 3, "the test's data is not correlated: " + wanted);
    assertEquals(wanted.factor(), seen.factor(), 0.2 * wanted.factor());
  }
}
