package io.sluice.truth;

import io.sluice.gate.Gate;
import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.stats.OrderStatistics;
import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * How often the gate's interval of a percentile holds the true one, in runs whose latencies go
 * together from second to second; beside it the interval that takes requests as independent, as
 * most tools would. {@code main [RUNS [SECONDS [SEED]]]} prints a table.
 *
 * <p>An interval counts as given where the gate would judge by it: with at least 10 effective
 * samples beyond the quantile.
 */
final class CoverageExperiment {
  private static final int RUNS = 2000;
  private static final int SECONDS = 300;
  private static final int PER_SECOND = 200;
  private static final double GUARD = 10;
  private static final double TAIL = 0.025;
  private static final double HDR = 0.001;

  /** What is tried. */
  static final List<LatencyProcess> PROCESSES =
      List.of(
          new LatencyProcess.Independent(20, 0.5),
          new LatencyProcess.Autoregressive(20, 0.15, 0.5, 0.5),
          new LatencyProcess.Autoregressive(20, 0.3, 0.5, 0.5),
          new LatencyProcess.Autoregressive(20, 0.15, 0.5, 0.9),
          new LatencyProcess.Autoregressive(20, 0.3, 0.5, 0.9),
          new LatencyProcess.Bursts(20, 0.5, 3, 0.05, 0.5));

  private CoverageExperiment() {}

  /**
   * How often intervals held the truth.
   *
   * @param given share of runs whose interval the gate would judge by
   * @param covered of those
   * @param all covered of all runs
   * @param naive covered by the interval that takes requests as independent, of all runs
   */
  record Row(
      LatencyProcess process, double q, double given, double covered, double all, double naive) {}

  /** Runs one process. */
  static List<Row> of(LatencyProcess process, int runs, int seconds, long seed) {
    double[] quantiles = {0.95, 0.99};
    LoadPlan plan = SimulatedRun.plan(seconds, PER_SECOND, AbortRule.NEVER, "p95 < 1h", "p99 < 1h");
    SplittableRandom random = new SplittableRandom(seed);
    int[] given = new int[2];
    int[] covered = new int[2];
    int[] all = new int[2];
    int[] naive = new int[2];
    for (int i = 0; i < runs; i++) {
      SimulatedRun run = SimulatedRun.of(plan, process, PER_SECOND, random.split());
      List<ObjectiveResult> results = Gate.standard().judge(run.result()).objectives();
      Histogram times = new Histogram(3);
      for (Interval interval : run.intervals()) {
        times.add(interval.series(0).okResponse());
      }
      for (int k = 0; k < 2; k++) {
        double truth = process.quantile(quantiles[k]) * 1e6;
        ObjectiveResult result = results.get(k);
        boolean holds = result.low() <= truth * (1 + HDR) && truth <= result.high() * (1 + HDR);
        boolean enough = result.effectiveSamples() * (1 - quantiles[k]) >= GUARD;
        given[k] += enough ? 1 : 0;
        covered[k] += enough && holds ? 1 : 0;
        all[k] += holds ? 1 : 0;
        naive[k] += naiveHolds(times, quantiles[k], truth) ? 1 : 0;
      }
    }
    return List.of(
        row(process, quantiles[0], runs, given[0], covered[0], all[0], naive[0]),
        row(process, quantiles[1], runs, given[1], covered[1], all[1], naive[1]));
  }

  private static Row row(
      LatencyProcess process, double q, int runs, int given, int covered, int all, int naive) {
    return new Row(
        process,
        q,
        (double) given / runs,
        given == 0 ? Double.NaN : (double) covered / given,
        (double) all / runs,
        (double) naive / runs);
  }

  private static boolean naiveHolds(Histogram times, double q, double truthNanos) {
    long n = times.getTotalCount();
    OrderStatistics ranks = OrderStatistics.of(n, (double) n, q, TAIL);
    return at(times, ranks.lower()) * (1 - HDR) <= truthNanos
        && truthNanos <= at(times, ranks.upper()) * (1 + HDR);
  }

  private static double at(Histogram times, long rank) {
    return times.getValueAtPercentile(100 * (rank - 0.5) / times.getTotalCount()) * 1000.0;
  }

  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : RUNS;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : SECONDS;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT,
        "%,d runs of %d s at %d/s each, seed %d; intervals of 95 %%%n%n",
        runs,
        seconds,
        PER_SECOND,
        seed);
    out.printf("| latencies | quantile | given | covered where given | covered of all | naive |%n");
    out.printf("| --- | --- | --- | --- | --- | --- |%n");
    for (LatencyProcess process : PROCESSES) {
      for (Row row : of(process, runs, seconds, seed)) {
        out.printf(
            Locale.ROOT,
            "| %s | p%.0f | %.1f %% | %.1f %% | %.1f %% | %.1f %% |%n",
            process,
            100 * row.q(),
            100 * row.given(),
            100 * row.covered(),
            100 * row.all(),
            100 * row.naive());
      }
    }
  }
}
