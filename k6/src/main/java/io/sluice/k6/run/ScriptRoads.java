package io.sluice.k6.run;

import io.sluice.engine.door.Roads;
import io.sluice.engine.wire.TlsOffer;
import io.sluice.k6.K6Exception;
import io.sluice.k6.options.DnsOptions;
import io.sluice.k6.options.IpNet;
import io.sluice.k6.options.NetworkOptions;
import io.sluice.k6.options.Options;
import io.sluice.k6.script.port.HopFailure;
import io.sluice.k6.script.port.HopFailure.Kind;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Target;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the targets of a script are reached, by its options {@code hosts}, {@code dns}, {@code
 * blacklistIPs} and those of TLS. Thread-safe.
 */
final class ScriptRoads implements Roads {
  private final NetworkOptions options;
  private final HostTable hosts;
  private final ScriptTls tls;
  private final ConcurrentMap<Place, HopFailure> refused = new ConcurrentHashMap<>();

  private record Place(String host, int port) {}

  private ScriptRoads(NetworkOptions options, ScriptTls tls) {
    this.options = options;
    this.tls = tls;
    hosts = new HostTable(options.hosts());
  }

  /**
   * The roads of a script.
   *
   * @throws K6Exception (104) with a sentence, if its options of TLS cannot be met
   */
  static ScriptRoads of(Options options, Network network) throws K6Exception {
    return new ScriptRoads(options.network(), ScriptTls.of(options.tls(), network));
  }

  @Override
  public List<InetSocketAddress> addresses(Target target) throws UnknownHostException {
    InetSocketAddress instead = hosts.find(target.host(), target.port());
    List<InetSocketAddress> addresses =
        instead == null
            ? lookedUp(target.host()).stream()
                .map(address -> new InetSocketAddress(address, target.port()))
                .toList()
            : List.of(instead);
    for (InetSocketAddress address : addresses) {
      refuseBlacklisted(target, address.getAddress());
    }
    return addresses;
  }

  private void refuseBlacklisted(Target target, InetAddress address) throws UnknownHostException {
    for (IpNet net : options.blacklistIps()) {
      if (net.contains(address)) {
        refused.put(
            new Place(target.host(), target.port()),
            new HopFailure(
                Kind.BLACKLISTED_IP,
                "IP (%s) is in a blacklisted range (%s)".formatted(address.getHostAddress(), net)));
        throw new UnknownHostException(target.host());
      }
    }
  }

  private List<InetAddress> lookedUp(String host) throws UnknownHostException {
    DnsOptions dns = options.dns();
    List<InetAddress> all = Arrays.asList(InetAddress.getAllByName(host));
    List<InetAddress> fitting =
        switch (dns.policy()) {
          case "onlyIPv4" -> only(all, Inet4Address.class::isInstance);
          case "onlyIPv6" -> only(all, Inet6Address.class::isInstance);
          case "preferIPv6" -> preferred(all, Inet6Address.class::isInstance);
          case "any" -> all;
          default -> preferred(all, Inet4Address.class::isInstance);
        };
    if (fitting.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return dns.select().equals("first") ? List.of(fitting.getFirst()) : fitting;
  }

  private static List<InetAddress> only(List<InetAddress> all, Predicate<InetAddress> family) {
    return all.stream().filter(family).toList();
  }

  private static List<InetAddress> preferred(List<InetAddress> all, Predicate<InetAddress> family) {
    List<InetAddress> preferred = only(all, family);
    return preferred.isEmpty() ? all : preferred;
  }

  @Override
  public TlsOffer tls(Target target) {
    return tls.at(target.host());
  }

  /** What of the options of TLS is not offered, since nothing here speaks it; a sentence each. */
  List<String> notOffered() {
    return tls.notOffered();
  }

  /** Why nothing may be sent to what a target's name stands for; null if it may, or is unknown. */
  @Nullable HopFailure refusal(String host, int port) {
    return options.blacklistIps().isEmpty() ? null : refused.get(new Place(host, port));
  }
}
