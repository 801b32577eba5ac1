package io.sluice.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of k6: how much load is made, and what runs around it. */
final class K6LoadFlags {
  @Option(
      names = {"-u", "--vus"},
      paramLabel = "N",
      description = "Number of virtual users.")
  private @Nullable String vus;

  @Option(
      names = {"-d", "--duration"},
      paramLabel = "TIME",
      description = "How long the test lasts, such as 30s.")
  private @Nullable String duration;

  @Option(
      names = {"-i", "--iterations"},
      paramLabel = "N",
      description = "Iterations of all users together.")
  private @Nullable String iterations;

  @Option(
      names = {"-s", "--stage"},
      paramLabel = "TIME:N",
      description = "A stage of a ramp, such as 1m:100. May be repeated.")
  private List<String> stages = List.of();

  @Option(names = "--rps", paramLabel = "N", description = "Most requests per second.")
  private @Nullable String rps;

  @Option(
      names = "--min-iteration-duration",
      paramLabel = "TIME",
      description = "The least that an iteration takes.")
  private @Nullable String minIteration;

  @Option(names = "--no-setup", description = "Leave setup() out.")
  private boolean noSetup;

  @Option(names = "--no-teardown", description = "Leave teardown() out.")
  private boolean noTeardown;

  void addTo(K6Given given) {
    given.put("vus", vus);
    given.put("duration", duration);
    given.put("iterations", iterations);
    given.put("stage", stages);
    given.put("rps", rps);
    given.put("min-iteration-duration", minIteration);
    given.put("no-setup", noSetup);
    given.put("no-teardown", noTeardown);
  }
}
