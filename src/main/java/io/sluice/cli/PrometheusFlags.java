package io.sluice.cli;

import io.sluice.model.plan.Units;
import io.sluice.reports.prometheus.MetricsEndpoint;
import io.sluice.reports.prometheus.PushTarget;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that show a run to Prometheus while it goes on. */
final class PrometheusFlags {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:(?<host>[^:\\s\\[\\]]+|\\[[0-9A-Fa-f:.]+]):)?(?<port>\\d{1,5})");
  private static final String LOOPBACK = "127.0.0.1";

  @Option(
      names = "--prometheus",
      paramLabel = "[HOST:]PORT",
      description =
          "Show live metrics at http://HOST:PORT/metrics for Prometheus to scrape; port 0 is any"
              + " free one (default host: 127.0.0.1).")
  private @Nullable String address;

  @Option(
      names = "--prometheus-linger",
      paramLabel = "TIME",
      description =
          "How long --prometheus stays after the run, so that the last scrape finds the verdict;"
              + " Ctrl-C ends it (default: 0s).")
  private @Nullable String linger;

  @Option(
      names = "--pushgateway",
      paramLabel = "URL",
      description =
          "Push live metrics to a Prometheus Pushgateway every 10 seconds and at the end; a push"
              + " that fails does not fail the run.")
  private @Nullable String pushgateway;

  @Option(
      names = "--pushgateway-job",
      paramLabel = "NAME",
      description = "Job that pushed metrics are grouped by, beside the run (default: sluice).")
  private @Nullable String job;

  /** Whether any of them was given. */
  boolean given() {
    return address != null || linger != null || pushgateway != null || job != null;
  }

  /** Listens where it was asked for; nothing if it was not. */
  Optional<MetricsEndpoint> endpoint() {
    if (address == null) {
      return Optional.empty();
    }
    InetSocketAddress listened = Flag.read("--prometheus", address, PrometheusFlags::address);
    if (listened.isUnresolved()) {
      throw new UserMistake("--prometheus: no address is known of " + listened.getHostString());
    }
    try {
      return Optional.of(MetricsEndpoint.open(listened));
    } catch (IOException e) {
      throw new UserMistake(
          "--prometheus: cannot listen on %s: %s".formatted(address, e.getMessage()));
    }
  }

  /** How long metrics are shown after the run. */
  Duration linger() {
    if (linger == null) {
      return Duration.ZERO;
    }
    if (address == null) {
      throw new UserMistake("--prometheus-linger needs --prometheus");
    }
    return Flag.read("--prometheus-linger", linger, Units::duration);
  }

  /** Where metrics are pushed to; nothing if they are not. */
  Optional<PushTarget> pushTarget() {
    if (pushgateway == null) {
      if (job != null) {
        throw new UserMistake("--pushgateway-job needs --pushgateway");
      }
      return Optional.empty();
    }
    return Optional.of(Flag.read("--pushgateway", pushgateway, PushTarget::parse));
  }

  /** What pushed metrics are grouped by. */
  String job() {
    if (job == null) {
      return "sluice";
    }
    if (job.isBlank()) {
      throw new UserMistake("--pushgateway-job: expected a name, was blank");
    }
    return job;
  }

  private static InetSocketAddress address(String text) {
    Matcher parts = ADDRESS.matcher(text.strip());
    boolean known = parts.matches();
    int port = known ? Integer.parseInt(parts.group("port")) : -1;
    if (!known || port > 65_535) {
      throw new IllegalArgumentException(
          "expected PORT or HOST:PORT with a port of 0 to 65535, was '" + text + "'");
    }
    String host = parts.group("host") == null ? LOOPBACK : parts.group("host");
    return new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
  }
}
