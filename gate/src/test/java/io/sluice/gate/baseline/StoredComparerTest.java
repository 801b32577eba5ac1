package io.sluice.gate.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.compare.Change;
import io.sluice.gate.compare.Criteria;
import io.sluice.gate.compare.Fingerprint;
import io.sluice.gate.stats.DesignEffect;
import io.sluice.model.run.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Log-normal times (sigma 0.5) about 100 ms; seeds are fixed. */
class StoredComparerTest {
  private static final Fingerprint FINGERPRINT =
      new Fingerprint("shop", List.of("main: uniform arrivals at 100/s"), List.of("browse"));
  private static final StoredComparer COMPARER = new StoredComparer(Criteria.DEFAULT);
  private static final DesignEffect INDEPENDENT = new DesignEffect(1, 1000, 1);

  private static BaselineRun run(
      long seed, int requests, long failed, double factor, DesignEffect effect) {
    SplittableRandom random = new SplittableRandom(seed);
    Histogram times = Times.fresh();
    for (long i = 0; i < requests - failed; i++) {
      Times.record(times, Math.round(1e8 * factor * Math.exp(random.nextGaussian() / 2)));
    }
    SeriesTotal total =
        new SeriesTotal(
            times,
            failed,
            LevelEffect.LEVELS.stream().map(q -> new LevelEffect(q, effect)).toList());
    return new BaselineRun(
        Instant.parse("2026-01-01T00:00:00Z"), "d", total, Map.of("browse", total));
  }

  private static Baseline of(BaselineRun... runs) {
    return new Baseline(FINGERPRINT, List.of(runs));
  }

  private static StoredComparison compare(Baseline earlier, BaselineRun now) {
    StoredComparison comparison = COMPARER.compare(earlier, now);
    assertEquals(8, comparison.differences().size()); // p50, p95, p99, errors; of all and of one
    return comparison;
  }

  @ParameterizedTest
  @CsvSource({
    "100000, 0, 1.0, NO_REGRESSION",
    "100000, 0, 1.02, NO_REGRESSION",
    "100000, 0, 1.3, REGRESSION",
    "100000, 0, 0.7, IMPROVED",
    "100000, 3000, 1.0, REGRESSION",
    "1000, 0, 1.0, INCONCLUSIVE",
    "1000, 0, 2.0, REGRESSION",
    "0, 0, 1.0, INCONCLUSIVE"
  })
  void saysWhatTheEvidenceSays(int requests, long failed, double factor, Change change) {
    Baseline earlier = of(run(1, 100_000, 0, 1, INDEPENDENT));
    StoredComparison comparison = compare(earlier, run(2, requests, failed, factor, INDEPENDENT));
    assertEquals(change, comparison.change(), comparison.sentence());
  }

  @Test
  void theSentenceNamesWhatIsWorse() {
    Baseline earlier = of(run(1, 100_000, 0, 1, INDEPENDENT));
    String worse = compare(earlier, run(2, 100_000, 0, 1.3, INDEPENDENT)).sentence();
    assertTrue(
        worse.matches(
            "Worse than the run before: p50 of all requests: 130ms, was 100ms: \\+\\d+\\.\\d%"
                + " \\(\\+\\d+\\.\\d% to \\+\\d+\\.\\d%\\), margin 5% \\(and 5 more\\)\\."),
        worse);
    StoredComparison errors = compare(earlier, run(2, 100_000, 3000, 1, INDEPENDENT));
    assertTrue(
        errors.sentence().contains("p95 of all requests: "), errors.sentence()); // failed: slowest
    StoredDifference rate = errors.differences().get(3);
    assertEquals(Change.REGRESSION, rate.change());
    assertTrue(
        rate.text()
            .matches(
                "error rate of all requests: 3%, was 0%: \\+3\\.00pp \\(\\+2\\.\\d+pp to \\+3\\.\\d+pp\\), margin 0\\.5pp"),
        rate.text());
    String open = compare(earlier, run(2, 100, 0, 1, DesignEffect.UNKNOWN)).sentence();
    assertTrue(open.startsWith("Not settled whether it is worse than the run before: "), open);
  }

  @Test
  void requestsThatGoTogetherAreWorthLess() {
    DesignEffect together = new DesignEffect(400, 1000, 1);
    Baseline earlier = of(run(1, 100_000, 0, 1, together));
    assertEquals(Change.INCONCLUSIVE, compare(earlier, run(2, 100_000, 0, 1.1, together)).change());
    assertEquals(Change.INCONCLUSIVE, compare(earlier, run(2, 100_000, 600, 1, together)).change());
  }

  @Test
  void severalRunsKnowHowMuchRunsDiffer() {
    List<BaselineRun> runs = new ArrayList<>();
    double[] moods = {0.94, 1.06, 1.0, 1.05, 0.95};
    for (int i = 0; i < moods.length; i++) {
      runs.add(run(i, 100_000, 0, moods[i], INDEPENDENT));
    }
    BaselineRun now = run(9, 100_000, 0, 1.1, INDEPENDENT);
    StoredComparison one = compare(of(run(1, 100_000, 0, 1, INDEPENDENT)), now);
    assertEquals(Change.REGRESSION, one.change(), one.sentence());
    StoredComparison five = compare(new Baseline(FINGERPRINT, runs), now);
    assertEquals(Change.INCONCLUSIVE, five.change(), five.sentence());
    assertTrue(five.sentence().contains("the 5 runs before"), five.sentence());
  }
}
