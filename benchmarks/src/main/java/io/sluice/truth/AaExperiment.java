package io.sluice.truth;

import io.sluice.engine.TargetException;
import io.sluice.gate.compare.Arm;
import io.sluice.gate.compare.Change;
import io.sluice.gate.compare.Comparer;
import io.sluice.gate.compare.Criteria;
import io.sluice.gate.compare.Metric;
import io.sluice.gate.compare.MetricComparison;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Selection;
import io.sluice.model.run.RunResult;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.ArmOptions;
import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.scenarios.compile.ScenarioOptions.ArmValues;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How often two deployments under one load are called different though they are alike, and how
 * often a slowdown is found. Many pairs run at once, each with two servers and an engine of its
 * own.
 */
@Command(name = "AaExperiment", description = "Simultaneous pairs: alike, and one slower.")
final class AaExperiment extends Experiment {
  private static final double NOMINAL = 0.05;
  private static final double FOUND = 0.9;
  private static final double MARGIN = 0.95;
  private static final int TIMES = Criteria.DEFAULT.times().size();

  @Option(names = "--pairs", description = "How many pairs.")
  private int pairs = 200;

  @Option(names = "--at-once", description = "How many of them at a time.")
  private int atOnce = 30;

  @Option(names = "--seconds", description = "How long each pair is measured.")
  private int seconds = 90;

  @Option(names = "--rate", description = "Requests a second of both arms together.")
  private int rate = 400;

  @Option(names = "--slower", description = "How many times slower B is, in the second half.")
  private double slower = 1.1;

  @Option(names = "--slower-pairs", description = "How many pairs of that kind.")
  private int slowerPairs = 200;

  @Option(names = "--sigma", description = "Of each request's own log-normal noise.")
  private double sigma = 0.4;

  @Option(names = "--mood", description = "Standard deviation of a second's mood, AR(1), rho 0.5.")
  private double mood = 0.02;

  public static void main(String[] arguments) {
    run(new AaExperiment(), arguments);
  }

  /** What was said of a pair: of the total, without the error rate. */
  record Said(List<MetricComparison> times) {
    boolean any(Change change) {
      return times.stream().anyMatch(metric -> metric.change() == change);
    }

    boolean different() {
      return times.stream().anyMatch(metric -> metric.p() <= NOMINAL / times.size());
    }
  }

  @Override
  boolean holds() throws InterruptedException, ExecutionException {
    say(
        "Pairs of %d s at %d/s for both, %d at a time; latency 20 ms x exp(%.2f X + %.2f Z) with X"
            + " of each second, AR(1), rho 0.5, and Z of each request%n",
        seconds, rate, atOnce, mood, sigma);
    head("B is", "pairs", "REGRESSION", "of p50", "of p95", "of p99", "no regression", "p <= 5 %");
    List<Said> alike = all(pairs, 1, 0);
    print("like A", alike);
    List<Said> worse = all(slowerPairs, slower, 100_000);
    print(text("x %.2f", slower), worse);
    plot(picture(alike, worse), "trust-aa");
    long alarms = alike.stream().filter(said -> said.any(Change.REGRESSION)).count();
    long found = worse.stream().filter(said -> said.any(Change.REGRESSION)).count();
    int most = new BinomialDistribution(null, pairs, NOMINAL).inverseCumulativeProbability(MARGIN);
    boolean holds = alarms <= most && found >= FOUND * slowerPairs;
    say(
        "%nBars: at most %d alarms of %d (5 %% and its 95 %% binomial margin), found in 90 %%: %s",
        most, pairs, holds ? "hold" : "do NOT hold");
    return holds;
  }

  private List<Said> all(int count, double factor, long seed)
      throws InterruptedException, ExecutionException {
    List<Said> said = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      List<Future<Said>> running =
          IntStream.range(0, count)
              .mapToObj(pair -> threads.submit(() -> pair(factor, seed + pair)))
              .toList();
      for (Future<Said> one : running) {
        said.add(one.get());
      }
    }
    return said;
  }

  private Said pair(double factor, long seed) throws TargetException {
    try (Storefront a = shop(2 * seed + 1, 1);
        Storefront b = shop(2 * seed + 2, factor)) {
      RunResult run = LiveRun.of(plan(seed, a.baseUri().toString(), b.baseUri().toString()), 1);
      Comparer comparer = new Comparer(Criteria.DEFAULT);
      return new Said(
          comparer.simultaneous(arm(run, "a"), arm(run, "b")).total().metrics().stream()
              .filter(metric -> !(metric.metric() instanceof Metric.ErrorRate))
              .toList());
    }
  }

  private Storefront shop(long seed, double factor) {
    Duration median = Duration.ofNanos((long) (20e6 * factor));
    String law =
        String.format(
            Locale.ROOT, "ar1:%dus,%.3f,0.5,1s,%.3f", median.toNanos() / 1000, mood, sigma);
    return Storefront.start(StorefrontOptions.defaults().withSeed(seed).withLatency(law));
  }

  private LoadPlan plan(long seed, String a, String b) {
    String scenario =
        """
        name: pair
        env: { BASE_URL: http://127.0.0.1:1 }
        journey: [ { get: "${BASE_URL}/health", name: health } ]
        profiles: { p: { rate: %d/s, duration: %ds, max_users: 200 } }
        """
            .formatted(rate, seconds);
    return Scenarios.parseArms(
            "pair.yaml",
            scenario,
            ScenarioOptions.NONE.withSeed(seed),
            new ArmOptions(
                new ArmValues("a", Map.of("BASE_URL", a)),
                new ArmValues("b", Map.of("BASE_URL", b)),
                0.5))
        .plan();
  }

  private static Arm arm(RunResult run, String phase) {
    return new Arm(phase, run, new Selection(Map.of("phase", phase)));
  }

  private void print(String what, List<Said> said) {
    List<Object> cells = new ArrayList<>(List.of(what, said.size()));
    cells.add(count(said, one -> one.any(Change.REGRESSION)));
    for (int m = 0; m < TIMES; m++) {
      int metric = m;
      cells.add(count(said, one -> one.times().get(metric).change() == Change.REGRESSION));
    }
    cells.add(
        count(said, one -> one.times().stream().allMatch(metric -> metric.change().harmless())));
    cells.add(count(said, Said::different));
    row(cells.toArray());
  }

  private static String count(List<Said> said, java.util.function.Predicate<Said> which) {
    long count = said.stream().filter(which).count();
    return text("%d (%.1f %%)", count, 100.0 * count / Math.max(1, said.size()));
  }

  private static Plot picture(List<Said> alike, List<Said> worse) {
    return Plot.of("p-values of p95 by label swaps", "share of pairs", "p-value up to")
        .line("chance alone", new double[] {0, 1}, new double[] {0, 1})
        .line("A and A", shares(alike), sorted(alike))
        .line("B slower", shares(worse), sorted(worse));
  }

  private static double[] sorted(List<Said> said) {
    return said.stream().mapToDouble(one -> one.times().get(1).p()).sorted().toArray();
  }

  private static double[] shares(List<Said> said) {
    double[] shares = new double[said.size()];
    Arrays.setAll(shares, i -> (i + 0.5) / said.size());
    return shares;
  }
}
