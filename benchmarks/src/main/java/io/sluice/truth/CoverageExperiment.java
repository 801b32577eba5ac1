package io.sluice.truth;

import io.sluice.gate.Gate;
import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.stats.OrderStatistics;
import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * How often the gate's interval of a percentile holds the true one, in runs whose latencies go
 * together from second to second; beside it the interval that takes requests as independent, as
 * most tools would. {@code main [RUNS [SECONDS [SEED]]]} prints a table.
 *
 * <p>An interval counts as given where the gate would judge by it: with at least 10 effective
 * samples beyond the quantile, in a run that is long beside its slow stretches.
 */
@Command(name = "CoverageExperiment", description = "How often intervals hold the truth.")
final class CoverageExperiment extends Experiment {
  private static final int PER_SECOND = 200;
  private static final double GUARD = 10;
  private static final double TAIL = 0.025;
  private static final double HDR = 0.001;
  private static final double LEAST = 0.93;
  private static final double MOST = 0.99;

  /** What is given more rarely than this says nothing: it is a handful of runs. */
  private static final double RARE = 0.01;

  /** What is tried. */
  static final List<LatencyProcess> PROCESSES =
      List.of(
          new LatencyProcess.Independent(20, 0.5),
          new LatencyProcess.Autoregressive(20, 0.15, 0.5, 0.5),
          new LatencyProcess.Autoregressive(20, 0.3, 0.5, 0.5),
          new LatencyProcess.Autoregressive(20, 0.15, 0.5, 0.9),
          new LatencyProcess.Autoregressive(20, 0.3, 0.5, 0.9),
          new LatencyProcess.Bursts(20, 0.5, 3, 0.05, 0.5));

  @Parameters(index = "0", defaultValue = "2000", description = "How many runs of each process.")
  private int runs = 2000;

  @Parameters(index = "1", defaultValue = "300", description = "How long each is, in seconds.")
  private int seconds = 300;

  @Parameters(index = "2", defaultValue = "1", description = "Of all latencies.")
  private long seed = 1;

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
        boolean enough =
            result.longEnough() && result.effectiveSamples() * (1 - quantiles[k]) >= GUARD;
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

  public static void main(String[] arguments) {
    run(new CoverageExperiment(), arguments);
  }

  @Override
  boolean holds() {
    say(
        "%,d runs of %d s at %d/s each, seed %d; intervals of 95 %%%n",
        runs, seconds, PER_SECOND, seed);
    head("latencies", "quantile", "given", "covered where given", "covered of all", "naive");
    List<Row> rows = new ArrayList<>();
    for (LatencyProcess process : PROCESSES) {
      for (Row row : of(process, runs, seconds, seed)) {
        rows.add(row);
        row(
            row.process(),
            text("p%.0f", 100 * row.q()),
            text("%.1f %%", 100 * row.given()),
            text("%.1f %%", 100 * row.covered()),
            text("%.1f %%", 100 * row.all()),
            text("%.1f %%", 100 * row.naive()));
      }
    }
    plot(picture(rows), "trust-coverage");
    boolean holds = rows.stream().allMatch(CoverageExperiment::covers);
    say(
        "%nBar: 93 to 99 %% of those that are given (in at least 1 %% of the runs): %s",
        holds ? "holds" : "does NOT hold");
    return holds;
  }

  private static boolean covers(Row row) {
    return row.given() < RARE || (row.covered() >= LEAST && row.covered() <= MOST);
  }

  private static Plot picture(List<Row> rows) {
    double[] number = IntStream.rangeClosed(1, rows.size()).asDoubleStream().toArray();
    return Plot.of("Intervals of 95 % that hold the truth", "row of the table", "percent")
        .line("95 %", new double[] {1, rows.size()}, new double[] {95, 95})
        .points(
            "the gate, where given",
            number,
            rows.stream().mapToDouble(row -> 100 * row.covered()).toArray())
        .points("naive", number, rows.stream().mapToDouble(row -> 100 * row.naive()).toArray());
  }
}
