package io.sluice.gate.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * How often A and B that are alike are called different, and B that is 10 % slower is found, in
 * virtual time with fixed seeds. Few pairs, to be quick: {@code io.sluice.truth.CompareExperiment}
 * of the benchmarks has the long table.
 */
class FalseAlarmTest {
  private static final int PAIRS = 20;
  private static final Metric P50 = new Metric.Quantile(0.5);
  private static final Simulated INDEPENDENT = Simulated.independent(120, 100);
  private static final Simulated MOODY = new Simulated(120, 100, 0.9, 0.1);

  private record Rates(int different, int regressions) {}

  private static Rates rates(Simulated target, double factor) {
    Frame frame = new Frame(0, 1_000_000_000L, 120, Frame.Tail.KEPT);
    MetricComparer comparer = new MetricComparer(Criteria.DEFAULT, frame, 499);
    int different = 0;
    int regressions = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      PairedTimes times =
          PairedTimes.of(0.5, target.slices(2L * pair, 1), target.slices(2L * pair + 1, factor));
      MetricComparison compared = comparer.compare(P50, times);
      different += compared.p() <= 0.05 ? 1 : 0;
      regressions += compared.change() == Change.REGRESSION ? 1 : 0;
    }
    return new Rates(different, regressions);
  }

  @Test
  void alikeIndependentArmsAreAlikeInMostCases() {
    Rates rates = rates(INDEPENDENT, 1);
    // 5 % of 20 are 1; more than 4 come by chance in 0.3 % of such experiments
    assertTrue(rates.different <= 4, rates.toString());
    assertTrue(rates.regressions == 0, rates.toString());
  }

  @Test
  void alikeArmsWithAMoodOfTheirOwnAreAlikeInMostCases() {
    Rates rates = rates(MOODY, 1);
    assertTrue(rates.different <= 4, rates.toString());
    assertTrue(rates.regressions <= 1, rates.toString());
  }

  @Test
  void tenPercentAreFound() {
    assertTrue(rates(INDEPENDENT, 1.1).regressions >= 0.85 * PAIRS);
  }
}
