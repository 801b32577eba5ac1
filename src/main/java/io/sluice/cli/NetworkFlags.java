package io.sluice.cli;

import io.sluice.model.plan.ByteSize;
import io.sluice.model.plan.Nearest;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Units;
import io.sluice.scenarios.network.Addresses;
import io.sluice.scenarios.network.NetworkSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How targets are reached. Each flag takes the place of the scenario's setting. */
final class NetworkFlags {
  private static final Pattern SHARED = Pattern.compile("shared:(\\d{1,9})(?::(\\d{1,9}))?");
  private static final String STREAMS = "100";
  private static final List<String> KINDS = List.of("per-user", "shared");

  @Option(
      names = "--http",
      paramLabel = "VERSION",
      completionCandidates = Candidates.Http.class,
      description = "auto (HTTP/2 where an encrypted target offers it), 1.1 or 2 (default: auto).")
  private @Nullable String http;

  @Option(
      names = "--connections",
      paramLabel = "KIND",
      completionCandidates = Candidates.Connections.class,
      description =
          "per-user, or shared:MAX[:STREAMS]: the users of a loop share at most MAX connections to"
              + " a target, each with at most STREAMS (100) requests at a time over HTTP/2"
              + " (default: per-user).")
  private @Nullable String connections;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      description = "For a connection and its TLS handshake together (default: 10s).")
  private @Nullable String connectTimeout;

  @Option(
      names = "--max-body",
      paramLabel = "SIZE",
      description = "The most of a body that is kept for a check or an extraction (default: 16MB).")
  private @Nullable String maxBody;

  @Option(
      names = "--resolve",
      paramLabel = "HOST:PORT:ADDRESS",
      description = "Reach the host at this address, whatever its name says. May be repeated.")
  private List<String> resolve = List.of();

  @Option(
      names = "--source-address",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "Local addresses that connections take in turn, such as 10.0.0.2,10.0.0.3 or"
              + " 127.0.0.0/28. May be repeated.")
  private List<String> sourceAddresses = List.of();

  /** What was given. */
  NetworkSettings settings() {
    NetworkSettings none = NetworkSettings.NONE;
    return Flag.setting("--http", http, text -> none.http(HttpVersion.of(text)))
        .then(Flag.setting("--connections", connections, NetworkFlags::connections))
        .then(
            Flag.setting(
                "--connect-timeout",
                connectTimeout,
                text -> none.connectTimeout(Units.duration(text))))
        .then(Flag.setting("--max-body", maxBody, text -> none.maxBody(ByteSize.parse(text))))
        .then(
            resolve.isEmpty() ? none : none.resolve(all("--resolve", resolve, Addresses::resolve)))
        .then(
            sourceAddresses.isEmpty()
                ? none
                : none.sourceAddresses(
                    all("--source-address", sourceAddresses, Addresses::sources)));
  }

  private static NetworkSettings connections(String text) {
    if (text.equals("per-user")) {
      return NetworkSettings.NONE.perUser();
    }
    Matcher shared = SHARED.matcher(text);
    if (!shared.matches()) {
      String kind = text.split(":", 2)[0];
      throw new IllegalArgumentException(
          "expected per-user or shared:MAX[:STREAMS] such as shared:32 or shared:8:100, was '%s'%s"
              .formatted(text, KINDS.contains(kind) ? "" : Nearest.hint(kind, KINDS)));
    }
    String streams = shared.group(2) == null ? STREAMS : shared.group(2);
    return NetworkSettings.NONE.shared(
        Integer.parseInt(shared.group(1)), Integer.parseInt(streams));
  }

  private static <T> List<T> all(
      String name, List<String> values, Function<String, List<T>> parser) {
    List<T> all = new ArrayList<>();
    values.forEach(value -> all.addAll(Flag.read(name, value, parser)));
    return all;
  }
}
