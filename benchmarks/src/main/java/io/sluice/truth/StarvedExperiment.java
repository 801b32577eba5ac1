package io.sluice.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.StopSignal;
import io.sluice.engine.TargetException;
import io.sluice.gate.Gate;
import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.BodyQuery;
import io.sluice.scenarios.query.BodyQueries;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.truth.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Whether a generator that gets too little of a core says so, instead of blaming the target; and
 * whether one that gets enough does not.
 */
@Command(name = "StarvedExperiment", description = "Generators that are starved in four ways.")
final class StarvedExperiment extends Experiment {
  private static final String LATENCY = "exponential:20ms";
  private static final String[] OBJECTIVES = {"p95 < 100ms", "error_rate < 1%"};
  private static final double RATE = 200;
  private static final int ANSWERS_BEFORE = 20;
  private static final int BLOCK_EVERY = 600;
  private static final long BLOCK_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

  @Option(names = "--runs", description = "How many of each kind, seeds from 1.")
  private int runs = 20;

  @Option(names = "--seconds", description = "How long each is measured.")
  private int seconds = 20;

  @Option(names = "--at-once", description = "How many at a time; the clean ones run alone.")
  private int atOnce = 4;

  public static void main(String[] arguments) {
    run(new StarvedExperiment(), arguments);
  }

  /**
   * How a run was judged.
   *
   * @param reasons of the objectives that were not passed
   */
  record Judged(String verdict, List<String> reasons) {
    /** Whether it says that the generator is to blame. */
    boolean blamesGenerator() {
      return verdict.equals("INCONCLUSIVE")
          && reasons.stream()
              .anyMatch(
                  reason ->
                      reason.contains("generator") || reason.contains("arrivals were offered"));
    }
  }

  /** A run of a kind. */
  static Judged of(Starvation kind, int seconds, long seed)
      throws IOException, InterruptedException, TargetException {
    StorefrontOptions options = StorefrontOptions.defaults().withSeed(seed).withLatency(LATENCY);
    try (Storefront shop = Storefront.start(options)) {
      return kind == Starvation.BLOCKED
          ? blocked(shop, seconds, seed)
          : process(kind, shop, seconds, seed);
    }
  }

  private static Judged blocked(Storefront shop, int seconds, long seed) throws TargetException {
    BodyQuery.Compiler queries =
        selector -> {
          BodyQuery query = new BodyQueries().compile(selector);
          int[] calls = new int[1];
          return (body, length, into) -> {
            if (++calls[0] % BLOCK_EVERY == 0) {
              block();
            }
            return query.find(body, length, into);
          };
        };
    Verdict verdict =
        Gate.standard()
            .judge(
                LiveRun.of(
                    LiveRun.plan(
                        shop.baseUri(),
                        LiveRun.rate(RATE, Spacing.POISSON, Duration.ofSeconds(seconds)),
                        LiveRun.GET_AND_READ,
                        seed,
                        OBJECTIVES),
                    1,
                    queries,
                    new StopSignal(),
                    _ -> {}));
    return new Judged(
        verdict.status().name(),
        verdict.objectives().stream()
            .filter(result -> !result.status().name().equals("PASS"))
            .map(ObjectiveResult::reason)
            .toList());
  }

  private static void block() {
    long end = System.nanoTime() + BLOCK_NANOS;
    while (System.nanoTime() < end) {
      java.util.concurrent.locks.LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private static Judged process(Starvation kind, Storefront shop, int seconds, long seed)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("starved");
    Path run = folder.resolve("run");
    Process process =
        SluiceProcess.start(
            folder.resolve("output"),
            "hit",
            shop.baseUri() + "/health",
            text("--rate=%.0f/s", RATE),
            text("--duration=%ds", seconds),
            "--seed=" + seed,
            "--slo=" + OBJECTIVES[0],
            "--slo=" + OBJECTIVES[1],
            "--loops=1",
            "--quiet",
            "--out=" + run);
    try {
      while (answers(shop) < ANSWERS_BEFORE && process.isAlive()) {
        process.waitFor(5, TimeUnit.MILLISECONDS);
      }
      kind.act(process, Duration.ofSeconds(seconds), new SplittableRandom(seed).nextDouble());
      if (!process.waitFor(2L * seconds + 60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a run did not end: " + folder);
      }
    } finally {
      process.destroyForcibly();
    }
    return judged(folder, run, process.exitValue());
  }

  private static long answers(Storefront shop) {
    return shop.truth().snapshot().tallies().values().stream().mapToLong(Tally::count).sum();
  }

  private static Judged judged(Path folder, Path run, int exitCode) throws IOException {
    Path file = run.resolve("verdict.json");
    if (!Files.exists(file)) {
      throw new IllegalStateException(Files.readString(folder.resolve("output")));
    }
    JsonNode json = new ObjectMapper().readTree(Files.readString(file));
    if (json.path("exit_code").asInt() != exitCode) {
      throw new IllegalStateException("exit code " + exitCode + " is not that of " + file);
    }
    List<String> reasons = new ArrayList<>();
    for (JsonNode slo : json.path("slos")) {
      if (!slo.path("status").asText().equals("PASS")) {
        reasons.add(slo.path("reason").asText());
      }
    }
    return new Judged(json.path("verdict").asText(), reasons);
  }

  @Override
  boolean holds() throws InterruptedException, ExecutionException {
    say(
        "%d runs each of %d s at %.0f/s against %s, %s; seeds 1 to %d%n",
        runs, seconds, RATE, LATENCY, String.join(", ", OBJECTIVES), runs);
    head("generator", "PASS", "FAIL", "INCONCLUSIVE", "blames the generator", "in its words");
    boolean holds = true;
    for (Starvation kind :
        List.of(Starvation.STOPPED, Starvation.LIMITED, Starvation.BLOCKED, Starvation.CLEAN)) {
      List<Judged> all = all(kind);
      long blamed = all.stream().filter(Judged::blamesGenerator).count();
      row(
          kind.words(),
          count(all, "PASS"),
          count(all, "FAIL"),
          count(all, "INCONCLUSIVE"),
          blamed,
          all.stream()
              .flatMap(judged -> judged.reasons().stream())
              .max((a, b) -> Integer.compare(a.length(), b.length()))
              .orElse("–"));
      holds &= blamed == (kind == Starvation.CLEAN ? 0 : runs);
    }
    say("%nBars: all of the starved, none of the clean: %s", holds ? "hold" : "do NOT hold");
    return holds;
  }

  private static long count(List<Judged> all, String verdict) {
    return all.stream().filter(judged -> judged.verdict().equals(verdict)).count();
  }

  private List<Judged> all(Starvation kind) throws InterruptedException, ExecutionException {
    int threads = kind == Starvation.CLEAN ? 1 : atOnce;
    List<Judged> judged = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Judged>> running =
          IntStream.rangeClosed(1, runs)
              .mapToObj(seed -> pool.submit(() -> of(kind, seconds, seed)))
              .toList();
      for (Future<Judged> one : running) {
        judged.add(one.get());
      }
    }
    return judged;
  }
}
