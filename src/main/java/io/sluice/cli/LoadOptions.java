package io.sluice.cli;

import io.sluice.engine.EngineOptions;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Nearest;
import io.sluice.scenarios.network.NetworkSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that makes load. */
final class LoadOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The run's folder, new or empty (default: runs/<time>-<name>). Runs in one folder share"
              + " its history.db.")
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
      completionCandidates = Candidates.Transport.class,
      description =
          "What carries the sockets: auto, epoll, io_uring or nio (default: ${DEFAULT-VALUE}).")
  private String transport = "auto";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of arrivals, think times and data (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--trace",
      paramLabel = "KIND",
      defaultValue = "none",
      description =
          "w3c: every request carries a traceparent of its own, so that the slowest ones of the"
              + " report can be found in a tracing system; none (default: ${DEFAULT-VALUE}).")
  private EngineOptions.Trace trace = EngineOptions.Trace.NONE;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress; print the verdict only.")
  private boolean quiet;

  @Option(
      names = "--plain",
      description = "Show progress in one line, not on a screen of several ones.")
  private boolean plain;

  @Option(
      names = "--prometheus-url",
      paramLabel = "URL",
      description =
          "The Prometheus server that objectives on the target's own side are asked of, unless they"
              + " name one (default: the environment's PROMETHEUS_URL).")
  private @Nullable String prometheusUrl;

  @Mixin private AbortFlags abort = new AbortFlags();
  @Mixin private LiveFlags live = new LiveFlags();
  @Mixin private StoreFlag store = new StoreFlag();

  @ArgGroup(
      validate = false,
      heading = "%nHow the target is reached (each counts more than the scenario's 'network'):%n")
  private NetworkFlags network = new NetworkFlags();

  @ArgGroup(validate = false, heading = "%nFor Prometheus, while the run goes on:%n")
  private PrometheusFlags prometheus = new PrometheusFlags();

  @ArgGroup(validate = false, heading = "%nTLS (each counts more than the scenario's 'network'):%n")
  private TlsFlags tls = new TlsFlags();

  @Nullable Path out() {
    return out;
  }

  /**
   * What was given of the network.
   *
   * @param environment of the process
   */
  NetworkSettings network(Map<String, String> environment) {
    return network.settings().then(tls.settings(environment));
  }

  /** The plan, ended early by the command line's rule where there is one. */
  LoadPlan ending(LoadPlan plan) {
    return abort.applied(plan);
  }

  StoreFlag store() {
    return store;
  }

  /** Whether the run can be watched in a browser. */
  LiveFlags live() {
    return live;
  }

  /** Who is shown the run while it goes on. */
  PrometheusFlags prometheus() {
    return prometheus;
  }

  long seed() {
    return seed;
  }

  boolean quiet() {
    return quiet;
  }

  /** Whether a terminal may have a screen of several lines. */
  boolean screen() {
    return !plain && !quiet;
  }

  @Nullable String prometheusUrl() {
    return prometheusUrl;
  }

  EngineOptions engine() {
    EngineOptions.Transport carrier = Flag.read("--transport", transport, LoadOptions::transport);
    try {
      return new EngineOptions(loops, carrier, "sluice/" + Version.current()).withTrace(trace);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--loops: " + e.getMessage());
    }
  }

  private static EngineOptions.Transport transport(String text) {
    List<String> words = new ArrayList<>();
    for (EngineOptions.Transport transport : EngineOptions.Transport.values()) {
      words.add(Candidates.word(transport));
      if (Candidates.word(transport).equalsIgnoreCase(text)) {
        return transport;
      }
    }
    throw new IllegalArgumentException(
        "expected one of %s, was '%s'%s"
            .formatted(String.join(", ", words), text, Nearest.hint(text, words)));
  }
}
