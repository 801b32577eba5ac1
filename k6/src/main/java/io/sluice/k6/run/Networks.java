package io.sluice.k6.run;

import io.sluice.k6.options.NetworkOptions;
import io.sluice.k6.options.Options;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.HostAddress;
import io.sluice.model.plan.Network.Tls.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a script's options want targets to be reached. */
final class Networks {
  private Networks() {}

  static Network of(Options options) {
    Network network = Network.DEFAULT;
    if (options.tls().insecureSkipTlsVerify()) {
      network = network.withTls(network.tls().withTrust(Trust.INSECURE));
    }
    return new Network(
        network.http(),
        network.connections(),
        network.tls(),
        hosts(options.network()),
        network.sourceAddresses(),
        network.sockets());
  }

  /** {@code "shop.test": "127.0.0.1:8080"}: the port of a target is its own; only hosts differ. */
  private static List<HostAddress> hosts(NetworkOptions options) {
    List<HostAddress> hosts = new ArrayList<>();
    for (Map.Entry<String, String> entry : options.hosts().entrySet()) {
      String host = entry.getKey();
      int colon = host.lastIndexOf(':');
      int port = colon < 0 ? 0 : Integer.parseInt(host.substring(colon + 1));
      hosts.add(
          new HostAddress(colon < 0 ? host : host.substring(0, colon), port, entry.getValue()));
    }
    return hosts;
  }
}
