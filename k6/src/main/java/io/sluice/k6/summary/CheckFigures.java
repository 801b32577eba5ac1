package io.sluice.k6.summary;

import io.sluice.k6.metrics.CheckCount;
import io.sluice.k6.metrics.Contains;
import io.sluice.k6.metrics.MetricType;
import java.util.List;
import java.util.Map;

/**
 * The three lines above the checks.
 *
 * @param total how many there were
 * @param succeeded how many of them passed
 * @param failed how many did not
 */
record CheckFigures(Figures total, Figures succeeded, Figures failed) {
  static CheckFigures of(List<CheckCount> checks, long elapsedNanos) {
    double passes = (double) checks.stream().mapToLong(CheckCount::passes).sum();
    double fails = (double) checks.stream().mapToLong(CheckCount::fails).sum();
    double all = passes + fails;
    double perSecond = elapsedNanos == 0 ? 0 : all / (elapsedNanos / 1e9);
    return new CheckFigures(
        new Figures(
            "checks_total",
            MetricType.COUNTER,
            Contains.DEFAULT,
            Map.of("count", all, "rate", perSecond)),
        share("checks_succeeded", passes, fails),
        share("checks_failed", fails, passes));
  }

  private static Figures share(String name, double these, double others) {
    double all = these + others;
    return new Figures(
        name,
        MetricType.RATE,
        Contains.DEFAULT,
        Map.of("rate", all == 0 ? 0 : these / all, "passes", these, "fails", others));
  }

  List<Figures> lines() {
    return List.of(total, succeeded, failed);
  }
}
