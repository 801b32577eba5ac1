package io.sluice.truth;

import io.sluice.gate.capacity.CapacityResult;
import io.sluice.gate.capacity.CapacitySearch;
import io.sluice.gate.capacity.Estimate;
import io.sluice.gate.capacity.Probe;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.gate.capacity.SearchSettings;
import io.sluice.gate.capacity.Step;
import io.sluice.truth.VirtualProbe.Goal;
import io.sluice.truth.VirtualTarget.Service;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * Searches for capacities that are known, in virtual time. {@code main [SEARCHES [SEED]]} prints a
 * table; 40 searches of each case take about half a minute.
 */
final class CapacityExperiment {
  private static final int SEARCHES = 40;
  private static final double MOST = 20_000;

  private CapacityExperiment() {}

  /**
   * A target with a known capacity.
   *
   * @param truth the largest rate at which the goal holds, per second
   * @param target made anew for each probe, by a seed
   */
  record Case(String name, double truth, Goal goal, LongFunction<VirtualTarget> target) {}

  /**
   * M/M/1: response times are exponential with rate μ - λ, so P(R &gt; T) = exp(-(μ - λ) T), and
   * p99 &lt;= T as long as λ &lt;= μ - ln(100) / T: with μ = 1,000/s and T = 50 ms, 907.9/s.
   */
  static Case mm1() {
    return new Case(
        "M/M/1, p99 <= 50ms",
        1000 - Math.log(100) / 0.05,
        new Goal("p99 <= 50ms", 0.05, 0.01),
        seed -> VirtualTarget.server(Service.exponential(1000, seed)));
  }

  /**
   * M/D/1: with service D = 1 / μ the wait W has P(W &lt;= t) = (1 - ρ) Σ_{k=0}^{⌊t/D⌋} (-λ (t - k
   * D))^k / k! · exp(λ (t - k D)) (Erlang 1909). Its terms cancel for long waits, where P(W &gt; t)
   * = C exp(-θ t) holds instead, with θ &gt; 0 the root of λ (exp(θ D) - 1) = θ and C = (1 - ρ) /
   * (ρ exp(θ D) - 1) (Tijms: A First Course in Stochastic Models, 9.2). The capacity is the λ at
   * which P(W &gt; T - D) = 1 %.
   */
  static Case md1() {
    double service = 0.001;
    double limit = 0.02;
    return new Case(
        "M/D/1, p99 <= 20ms",
        ConstantService.rateAt(service, limit, 0.01),
        new Goal("p99 <= 20ms", limit, 0.01),
        _ -> VirtualTarget.server(Service.fixed(1 / service)));
  }

  /**
   * A token bucket of rate r and burst B under Poisson arrivals of rate λ is a queue with constant
   * service 1 / r and room for B: what is missing in the bucket is the work that waits. Refused are
   * those that find no whole token. For λ &gt; r and a B that is not small the bucket is never full
   * for long, all r tokens a second are taken, and the refused share is 1 - r / λ; an error rate of
   * e is reached at r / (1 - e). Below r refusals fade as exp(-θ B), which for B = 300 near r is
   * what moves the 1 % by less than 0.1 %: with r = 3,000/s, 3,030/s.
   */
  static Case tokens() {
    return new Case(
        "token bucket 3,000/s, error_rate < 1%",
        3000 / (1 - 0.01),
        new Goal("error_rate < 1%", Double.POSITIVE_INFINITY, 0.01),
        _ -> VirtualTarget.tokens(3000, 300));
  }

  /** One search, from a start rate of 80/s to 120/s: another grid of rates each time. */
  static CapacityResult search(Case known, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    CapacitySearch search =
        new CapacitySearch(SearchSettings.DEFAULT.withRates(seeds.nextDouble(80, 120), MOST));
    while (true) {
      switch (search.next()) {
        case Step.Run(Probe probe) ->
            search.take(
                VirtualProbe.run(
                    probe, known.goal(), known.target().apply(seeds.nextLong()), seeds.nextLong()));
        case Step.Done(CapacityResult result) -> {
          return result;
        }
      }
    }
  }

  /** Prints the table. */
  public static void main(String[] args) {
    int searches = args.length > 0 ? Integer.parseInt(args[0]) : SEARCHES;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    System.out.printf(
        Locale.ROOT,
        "%d searches each, seed %d, probes of 30 s to 240 s; figures relative to the truth%n%n",
        searches,
        seed);
    for (Case known : List.of(mm1(), md1(), tokens())) {
      List<CapacityResult> results = new ArrayList<>();
      for (int i = 0; i < searches; i++) {
        results.add(search(known, seed * 1_000_003 + i));
      }
      new Row(known, results).print(System.out);
    }
  }

  private record Row(Case known, List<CapacityResult> results) {
    void print(PrintStream out) {
      out.printf(Locale.ROOT, "%s: truth %.1f/s%n", known.name(), known.truth());
      column(out, "proven to PASS", results.stream().mapToDouble(CapacityResult::proven).toArray());
      column(
          out,
          "proven to FAIL",
          results.stream().mapToDouble(CapacityResult::lowestFail).toArray());
      column(
          out,
          "estimate",
          results.stream().mapToDouble(result -> rate(result.estimate())).toArray());
      long lines =
          results.stream().filter(r -> r.estimate() instanceof Estimate.Interpolated).count();
      long covered = results.stream().filter(r -> covers(r.estimate(), known.truth())).count();
      out.printf(
          Locale.ROOT,
          "  estimate by regression in %d of %d; its 95 %% interval holds the truth in %d%n",
          lines,
          results.size(),
          covered);
      out.printf(
          Locale.ROOT,
          "  proven > truth: %d;  proven in 0.8..1.0: %d;  estimate within 5 %%: %d;  FAIL < truth:"
              + " %d%n",
          count(r -> r.proven() > known.truth()),
          count(r -> r.proven() <= known.truth() && r.proven() >= 0.8 * known.truth()),
          count(r -> Math.abs(rate(r.estimate()) / known.truth() - 1) <= 0.05),
          count(r -> r.lowestFail() < known.truth()));
      out.printf(
          Locale.ROOT,
          "  %.1f probes, %.0f s of load a search;  conclusions %s%n%n",
          results.stream().mapToInt(r -> r.probes().size()).average().orElse(0),
          results.stream().mapToDouble(CapacityExperiment::seconds).average().orElse(0),
          results.stream()
              .collect(
                  java.util.stream.Collectors.groupingBy(
                      CapacityResult::conclusion, java.util.stream.Collectors.counting())));
    }

    private long count(java.util.function.Predicate<CapacityResult> predicate) {
      return results.stream().filter(predicate).count();
    }

    private void column(PrintStream out, String name, double[] values) {
      double[] ratios = java.util.Arrays.stream(values).map(v -> v / known.truth()).toArray();
      var some = java.util.Arrays.stream(ratios).filter(Double::isFinite).summaryStatistics();
      double variance =
          java.util.Arrays.stream(ratios)
              .filter(Double::isFinite)
              .map(v -> (v - some.getAverage()) * (v - some.getAverage()))
              .average()
              .orElse(Double.NaN);
      out.printf(
          Locale.ROOT,
          "  %-16s %.3f +- %.3f  (%.3f to %.3f), given in %d of %d%n",
          name,
          some.getAverage(),
          Math.sqrt(variance),
          some.getMin(),
          some.getMax(),
          some.getCount(),
          values.length);
    }
  }

  /** The rate of an estimate; {@code NaN} if there is none. */
  static double rate(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Interpolated line -> line.rate();
      case Estimate.Bracketed bracket -> bracket.rate();
      case Estimate.Unknown _ -> Double.NaN;
    };
  }

  private static boolean covers(Estimate estimate, double truth) {
    return estimate instanceof Estimate.Interpolated line
        && line.low() <= truth
        && truth <= line.high();
  }

  private static double seconds(CapacityResult result) {
    return result.probes().stream().mapToDouble(CapacityExperiment::seconds).sum();
  }

  private static double seconds(ProbeResult result) {
    return result.figures().seconds() + result.probe().settle().toNanos() / 1e9;
  }
}
