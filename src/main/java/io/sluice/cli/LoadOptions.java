package io.sluice.cli;

import io.sluice.engine.EngineOptions;
import io.sluice.model.plan.Network;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that makes load. */
final class LoadOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's folder, new or empty (default: runs/<time>-<name>).")
  private @Nullable Path out;

  @Option(
      names = "--loops",
      paramLabel = "N",
      defaultValue = "0",
      description = "Loops, one thread each, that make the load (default: one for each free core).")
  private int loops;

  @Option(
      names = "--transport",
      paramLabel = "KIND",
      defaultValue = "auto",
      description = "auto, epoll or nio (default: ${DEFAULT-VALUE}).")
  private EngineOptions.Transport transport = EngineOptions.Transport.AUTO;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of arrivals, think times and data (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--insecure", description = "Do not verify certificates. The report says so.")
  private boolean insecure;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress; print the verdict only.")
  private boolean quiet;

  @Nullable Path out() {
    return out;
  }

  Network network() {
    Network.Tls tls = Network.Tls.DEFAULT;
    return Network.DEFAULT.withTls(insecure ? tls.withTrust(Network.Tls.Trust.INSECURE) : tls);
  }

  long seed() {
    return seed;
  }

  boolean quiet() {
    return quiet;
  }

  EngineOptions engine() {
    try {
      return new EngineOptions(loops, transport, "sluice/" + Version.current());
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--loops: " + e.getMessage());
    }
  }
}
