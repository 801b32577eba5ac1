package io.sluice.truth;

import io.sluice.gate.EarlyStop;
import io.sluice.gate.Gate;
import io.sluice.gate.Status;
import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunEnd;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What ending runs early changes. Runs near the threshold are judged twice: in full, and cut where
 * {@link EarlyStop} would have ended them. {@code main [RUNS [SEED]]} prints a table.
 */
final class EarlyStopExperiment {
  private static final int RUNS = 500;
  private static final int SECONDS = 300;
  private static final int PER_SECOND = 200;
  private static final double Q = 0.95;
  private static final AbortRule RULE =
      new AbortRule(AbortRule.When.CERTAIN, Duration.ofSeconds(30));

  private static final List<LatencyProcess> PROCESSES =
      List.of(
          new LatencyProcess.Independent(20, 0.5),
          new LatencyProcess.Autoregressive(20, 0.15, 0.5, 0.5),
          new LatencyProcess.Bursts(20, 0.5, 3, 0.05, 0.5));

  private EarlyStopExperiment() {}

  /**
   * What was seen of some runs.
   *
   * @param stopped ended early
   * @param passToFail passed in full, and failed when ended early
   * @param passLost passed in full, and did not when ended early
   * @param fails failed in full
   * @param seconds mean length of the runs
   * @param late longest time from the moment from which no continuation could pass to the end, in
   *     seconds
   */
  record Row(
      int runs, int stopped, int passToFail, int passLost, int fails, double seconds, int late) {}

  /** Runs whose true p95 is {@code ratio} times the threshold. */
  static Row of(LatencyProcess process, double ratio, int runs, long seed) {
    double threshold = process.quantile(Q) / ratio;
    String objective = String.format(Locale.ROOT, "p95 < %.3fms", threshold);
    LoadPlan plan = SimulatedRun.plan(SECONDS, PER_SECOND, RULE, objective);
    SplittableRandom random = new SplittableRandom(seed);
    int stopped = 0;
    int passToFail = 0;
    int passLost = 0;
    int fails = 0;
    int late = 0;
    long length = 0;
    for (int i = 0; i < runs; i++) {
      SimulatedRun run = SimulatedRun.of(plan, process, PER_SECOND, random.split());
      int end = end(plan, run);
      Status full = Gate.standard().judge(run.result()).status();
      Status early =
          end == SECONDS
              ? full
              : Gate.standard().judge(run.cutAfter(end, RunEnd.Reason.STOPPED)).status();
      stopped += end < SECONDS ? 1 : 0;
      passToFail += full == Status.PASS && early == Status.FAIL ? 1 : 0;
      passLost += full == Status.PASS && early != Status.PASS ? 1 : 0;
      fails += full == Status.FAIL ? 1 : 0;
      length += end;
      late = Math.max(late, end - certain(run, threshold));
    }
    return new Row(runs, stopped, passToFail, passLost, fails, (double) length / runs, late);
  }

  private static int end(LoadPlan plan, SimulatedRun run) {
    EarlyStop early = EarlyStop.of(plan, 0.95);
    for (Interval interval : run.intervals()) {
      if (!early.take(interval).isEmpty()) {
        return interval.number() + 1;
      }
    }
    return SECONDS;
  }

  /** From which second on more requests were too slow than the whole run may have. */
  private static int certain(SimulatedRun run, double thresholdMillis) {
    double allowed = (1 - Q) * SECONDS * PER_SECOND;
    long bad = 0;
    for (Interval interval : run.intervals()) {
      var times = interval.series(0).okResponse();
      long edge = times.highestEquivalentValue((long) Math.ceil(thresholdMillis * 1000));
      bad += times.getTotalCount() - times.getCountBetweenValues(0, edge);
      if (bad > allowed) {
        return interval.number() + 1;
      }
    }
    return SECONDS;
  }

  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : RUNS;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT, "%,d runs each of %d s at %d/s, seed %d%n%n", runs, SECONDS, PER_SECOND, seed);
    out.printf(
        "| latencies | true p95 / limit | ended early | mean length | FAIL in full | PASS to FAIL"
            + " | PASS lost | late |%n");
    out.printf("| --- | --- | --- | --- | --- | --- | --- | --- |%n");
    for (LatencyProcess process : PROCESSES) {
      for (double ratio : new double[] {0.97, 1, 1.03}) {
        Row row = of(process, ratio, runs, seed);
        out.printf(
            Locale.ROOT,
            "| %s | %.2f | %d | %.0f s | %d | %d | %d | %d s |%n",
            process.name(),
            ratio,
            row.stopped(),
            row.seconds(),
            row.fails(),
            row.passToFail(),
            row.passLost(),
            row.late());
      }
    }
  }
}
