package io.sluice.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of k6: where connections go, and how they are secured. */
final class K6NetworkFlags {
  @Option(names = "--insecure-skip-tls-verify", description = "Take any certificate of the target.")
  private boolean insecure;

  @Option(
      names = "--local-ips",
      paramLabel = "LIST",
      description =
          "Addresses that users send from in turn: addresses, ranges and blocks, such as"
              + " 10.0.0.2-10.0.0.9,fd00::/120.")
  private @Nullable String localIps;

  @Option(
      names = "--blacklist-ip",
      paramLabel = "BLOCK",
      description = "Addresses that are not connected to, such as 10.0.0.0/8. May be repeated.")
  private List<String> blacklist = List.of();

  @Option(
      names = "--block-hostnames",
      paramLabel = "NAME",
      description = "Hosts that are not connected to, such as *.example.com. May be repeated.")
  private List<String> blocked = List.of();

  @Option(
      names = "--dns",
      paramLabel = "RULES",
      description = "How names are looked up, such as policy=preferIPv6,select=first.")
  private @Nullable String dns;

  void addTo(K6Given given) {
    given.put("insecure-skip-tls-verify", insecure);
    given.put("local-ips", localIps);
    given.put("blacklist-ip", blacklist);
    given.put("block-hostnames", blocked);
    given.put("dns", dns);
  }
}
