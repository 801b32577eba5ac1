package io.sluice.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.fault.LimitRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code sluice capacity} against servers whose capacity is known. What it is, is derived at {@link
 * CapacityExperiment}, which does the same in virtual time.
 */
@Command(name = "CapacityLive", description = "Searches for capacities that are known.")
final class CapacityLive extends Experiment {
  @Parameters(index = "0", defaultValue = "10", description = "How many searches of each target.")
  private int searches = 10;

  @Parameters(index = "1", defaultValue = "10", description = "Length of a probe in seconds.")
  private int probe = 10;

  @Option(names = "--longest", description = "Length of the longest probe, in first probes.")
  private int longest = 4;

  public static void main(String[] arguments) {
    run(new CapacityLive(), arguments);
  }

  @Option(
      names = "--only",
      defaultValue = "",
      description = "Only targets whose limit begins so, such as mm1.")
  private String only = "";

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the first search.%n  Default: ${DEFAULT-VALUE}")
  private long firstSeed;

  /**
   * A target with a known capacity.
   *
   * @param truth the largest rate at which the objective holds, per second
   */
  record Known(String limit, String objective, double truth) {}

  /** What was found; {@code NaN} where it was not. */
  record Found(double proven, double estimate, String kind, int probes, double minutes) {
    boolean holds(double truth) {
      return proven >= 0.8 * truth && proven <= truth && Math.abs(estimate / truth - 1) <= 0.05;
    }
  }

  static final List<Known> TARGETS =
      List.of(
          new Known("tokens:3000/s", "error_rate < 1%", CapacityExperiment.tokens().truth()),
          // P(R > T) = exp(-(μ - λ) T): 5 % at λ = μ - ln(20) / T
          new Known("mm1:1000/s", "p95 <= 30ms", 1000 - Math.log(20) / 0.03));

  @Override
  boolean holds() throws IOException, InterruptedException {
    say("%d searches each, probes of %d s to %d s%n", searches, probe, probe * longest);
    head("target", "truth", "proven / truth", "estimate / truth", "probes", "minutes", "holds");
    boolean holds = true;
    for (Known known : TARGETS.stream().filter(t -> t.limit().startsWith(only)).toList()) {
      List<Found> all = new ArrayList<>();
      for (long seed = firstSeed; seed < firstSeed + searches; seed++) {
        Found found = search(known, seed);
        all.add(found);
        boolean good = found.holds(known.truth());
        holds &= good;
        row(
            text("`%s`, %s", known.limit(), known.objective()),
            text("%.1f/s", known.truth()),
            text("%.3f", found.proven() / known.truth()),
            text("%.3f (%s)", found.estimate() / known.truth(), found.kind()),
            found.probes(),
            text("%.1f", found.minutes()),
            good ? "yes" : "NO");
      }
      plot(picture(known, all), "trust-capacity-" + known.limit().replaceAll(":.*", ""));
    }
    say(
        "%nBars: proven 0.8 to 1.0 of the truth, estimate within 5 %%, in all: %s",
        holds ? "hold" : "do NOT hold");
    return holds;
  }

  private Found search(Known known, long seed) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("capacity");
    long start = System.nanoTime();
    StorefrontOptions options =
        StorefrontOptions.defaults().withSeed(seed).with(LimitRule.parse(known.limit()));
    try (Storefront shop = Storefront.start(options)) {
      Path scenario =
          Files.writeString(
              folder.resolve("known.yaml"),
              """
              name: known
              env: { BASE_URL: http://127.0.0.1:1 }
              journey: [ { get: "${BASE_URL}/health", name: health } ]
              profiles: { p: { users: 1, duration: 1s } }
              slo: [ '%s' ]
              """
                  .formatted(known.objective()));
      Process process =
          SluiceProcess.start(
              folder.resolve("output"),
              "capacity",
              scenario.toString(),
              "--env=BASE_URL=" + shop.baseUri(),
              text("--start=%.0f/s", known.truth() / 4),
              text("--max=%.0f/s", known.truth() * 4),
              "--probe=" + probe + "s",
              "--longest=" + probe * longest + "s",
              "--settle=2s",
              "--seed=" + seed,
              "--quiet",
              "--out=" + folder.resolve("out"));
      try {
        if (!process.waitFor(1, TimeUnit.HOURS)) {
          throw new IllegalStateException("a search did not end: " + folder);
        }
      } finally {
        process.destroyForcibly();
      }
    }
    Path report = folder.resolve("out").resolve("capacity.json");
    if (!Files.exists(report)) {
      throw new IllegalStateException(Files.readString(folder.resolve("output")));
    }
    return found(
        new ObjectMapper().readTree(Files.readString(report)), (System.nanoTime() - start) / 60e9);
  }

  private static Found found(JsonNode json, double minutes) {
    return new Found(
        json.at("/proven_pass/iterations_per_second").asDouble(Double.NaN),
        json.at("/estimate/rate").asDouble(Double.NaN),
        json.at("/estimate/kind").asText(),
        json.path("probes").size(),
        minutes);
  }

  private static Plot picture(Known known, List<Found> all) {
    double[] number = IntStream.rangeClosed(1, all.size()).asDoubleStream().toArray();
    return Plot.of("Capacity of " + known.limit(), "search", "per second")
        .line(
            "true",
            new double[] {1, Math.max(2, all.size())},
            new double[] {known.truth(), known.truth()})
        .points("proven to pass", number, all.stream().mapToDouble(Found::proven).toArray())
        .points("estimate", number, all.stream().mapToDouble(Found::estimate).toArray());
  }
}
