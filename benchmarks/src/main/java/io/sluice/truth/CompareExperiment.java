package io.sluice.truth;

import io.sluice.gate.compare.Change;
import io.sluice.gate.compare.Comparer;
import io.sluice.gate.compare.Comparison;
import io.sluice.gate.compare.Criteria;
import io.sluice.gate.compare.MetricComparison;
import io.sluice.model.run.RunResult;
import java.util.List;
import java.util.Locale;

/**
 * How often {@code sluice compare} is wrong: pairs that are alike, and pairs of which B is 10 %
 * slower, without memory and with moods of AR(1). {@code CompareExperiment [PAIRS]} prints a table;
 * its seeds are fixed.
 *
 * <pre>
 *  java -cp benchmarks/target/benchmarks.jar io.sluice.truth.CompareExperiment 200
 * </pre>
 */
public final class CompareExperiment {
  private static final double SLOWER = 1.1;
  private static final double NOMINAL = 0.05;
  private static final List<SimulatedPair> TARGETS =
      List.of(
          new SimulatedPair(120, 500, 0, 0),
          new SimulatedPair(120, 500, 0.5, 0.1),
          new SimulatedPair(120, 500, 0.9, 0.1),
          new SimulatedPair(120, 500, 0.9, 0.02),
          new SimulatedPair(600, 100, 0.9, 0.1));

  private CompareExperiment() {}

  /** Prints the table. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    int pairs = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
    System.out.printf(
        Locale.ROOT,
        "%d pairs; shares of them. p50 p95 p99: p <= %.2f by label swaps%n%n"
            + "seconds  req/s  correlation  deviation  B is  REGRESSION  no regr.  improved "
            + " inconcl.    p50    p95    p99%n",
        pairs,
        NOMINAL);
    for (SimulatedPair target : TARGETS) {
      System.out.println(row(target, 1, pairs));
      System.out.println(row(target, SLOWER, pairs));
    }
  }

  private static String row(SimulatedPair target, double factor, int pairs) {
    Comparer comparer = new Comparer(Criteria.DEFAULT);
    double[] changes = new double[Change.values().length];
    double[] different = new double[Criteria.DEFAULT.times().size()];
    for (int pair = 0; pair < pairs; pair++) {
      RunResult run = target.run(pair, factor);
      Comparison comparison =
          comparer.simultaneous(SimulatedPair.arm(run, "a"), SimulatedPair.arm(run, "b"));
      changes[comparison.change().ordinal()] += 1.0 / pairs;
      for (int m = 0; m < different.length; m++) {
        MetricComparison metric = comparison.total().metrics().get(m);
        different[m] += metric.p() <= NOMINAL ? 1.0 / pairs : 0;
      }
    }
    return String.format(
        Locale.ROOT,
        "%7d  %5d  %11.1f  %9.2f  x%.1f  %10.3f  %8.3f  %8.3f  %8.3f  %5.3f  %5.3f  %5.3f",
        target.seconds(),
        target.perSecond(),
        target.correlation(),
        target.deviation(),
        factor,
        changes[Change.REGRESSION.ordinal()],
        changes[Change.NO_REGRESSION.ordinal()],
        changes[Change.IMPROVED.ordinal()],
        changes[Change.INCONCLUSIVE.ordinal()],
        different[0],
        different[1],
        different[2]);
  }
}
