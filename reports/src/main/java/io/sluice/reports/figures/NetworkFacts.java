package io.sluice.reports.figures;

import io.sluice.model.plan.ByteSize;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Connections;
import io.sluice.model.plan.Network.HostAddress;
import io.sluice.model.plan.Network.SocketOptions;
import io.sluice.model.plan.Network.Tls;
import io.sluice.model.plan.Units;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How targets were reached: the settings that are not the default ones, named and written as in a
 * scenario. A password is never among them.
 */
final class NetworkFacts {
  private static final int MOST = 8;
  private static final Network USUAL = Network.DEFAULT;

  private final Map<String, String> facts = new LinkedHashMap<>();

  private NetworkFacts() {}

  /** By the path of the key in a scenario, such as {@code network.tls.verify}. */
  static Map<String, String> of(LoadPlan plan) {
    NetworkFacts facts = new NetworkFacts();
    Network network = plan.network();
    facts.add("http", network.http().word(), USUAL.http().word());
    facts.add("connections", text(network.connections()), text(USUAL.connections()));
    facts.add("idle", network.connections().idle(), USUAL.connections().idle());
    facts.limits(plan.limits());
    facts.tls(network.tls());
    facts.add("resolve", list(network.resolve().stream().map(NetworkFacts::text).toList()), "");
    facts.add("source_addresses", list(network.sourceAddresses()), "");
    facts.sockets(network.sockets());
    return facts.facts;
  }

  private void limits(Limits limits) {
    add("connect_timeout", limits.connectTimeout(), Limits.DEFAULT.connectTimeout());
    size("max_header", limits.maxHeaderBytes(), Limits.DEFAULT.maxHeaderBytes());
    size("max_body", limits.maxBodyBytes(), Limits.DEFAULT.maxBodyBytes());
  }

  private void tls(Tls tls) {
    add("tls.verify", tls.trust() == Tls.Trust.VERIFY ? "true" : "false", "true");
    add("tls.authorities", tls.authorities(), "");
    add("tls.certificate", tls.identity().certificates(), "");
    add("tls.key", tls.identity().key(), "");
    add("tls.resumption", tls.resumption() == Tls.Resumption.ON ? "true" : "false", "true");
    add("tls.engine", tls.engine().word(), Tls.DEFAULT.engine().word());
  }

  private void sockets(SocketOptions sockets) {
    add("sockets.no_delay", Boolean.toString(sockets.noDelay()), "true");
    size("sockets.send_buffer", sockets.sendBuffer(), 0);
    size("sockets.receive_buffer", sockets.receiveBuffer(), 0);
  }

  private static String text(Connections connections) {
    return switch (connections) {
      case Connections.PerUser _ -> "per user";
      case Connections.Shared shared ->
          "shared: %d, streams: %d".formatted(shared.max(), shared.streams());
    };
  }

  private static String text(HostAddress address) {
    String port = address.port() == 0 ? "*" : Integer.toString(address.port());
    return address.host() + ":" + port + ":" + address.address();
  }

  private static String list(List<String> texts) {
    String shown = String.join(", ", texts.subList(0, Math.min(MOST, texts.size())));
    return texts.size() <= MOST ? shown : shown + " and " + (texts.size() - MOST) + " more";
  }

  private void add(String key, Duration value, Duration usual) {
    add(key, Units.format(value), Units.format(usual));
  }

  private void size(String key, int value, int usual) {
    add(key, ByteSize.format(value), ByteSize.format(usual));
  }

  private void add(String key, String value, String usual) {
    if (!value.equals(usual)) {
      facts.put("network." + key, value);
    }
  }
}
