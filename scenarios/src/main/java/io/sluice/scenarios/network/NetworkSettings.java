package io.sluice.scenarios.network;

import io.sluice.model.plan.Limits;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Connections;
import io.sluice.model.plan.Network.HostAddress;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Network.Identity;
import io.sluice.model.plan.Network.SocketOptions;
import io.sluice.model.plan.Network.Tls;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Settings of the network that somebody made; what nobody set stays as it is. Immutable. Each
 * method throws {@link IllegalArgumentException} with a sentence, if the value breaks a rule.
 */
public final class NetworkSettings {
  /** Nothing set. */
  public static final NetworkSettings NONE = new NetworkSettings(List.of());

  private final List<UnaryOperator<Reach>> changes;

  private NetworkSettings(List<UnaryOperator<Reach>> changes) {
    this.changes = changes;
  }

  /** These take the place of what was set before. */
  public Reach over(Reach before) {
    Reach reach = before;
    for (UnaryOperator<Reach> change : changes) {
      reach = change.apply(reach);
    }
    return reach;
  }

  /** These, and then others: where both set the same, the others count. */
  public NetworkSettings then(NetworkSettings others) {
    return new NetworkSettings(Stream.concat(changes.stream(), others.changes.stream()).toList());
  }

  /** The version of HTTP. */
  public NetworkSettings http(HttpVersion version) {
    return network(network -> network.withHttp(version));
  }

  /** Each user has its own connections. */
  public NetworkSettings perUser() {
    return network(
        network -> network.withConnections(new Connections.PerUser(network.connections().idle())));
  }

  /** All users of a loop share connections. */
  public NetworkSettings shared(int max, int streams) {
    return network(
        network ->
            network.withConnections(
                new Connections.Shared(max, streams, network.connections().idle())));
  }

  /** How long a connection that nobody uses is kept. */
  public NetworkSettings idle(Duration time) {
    return network(network -> network.withConnections(network.connections().withIdle(time)));
  }

  /** For a connection and its TLS handshake together. */
  public NetworkSettings connectTimeout(Duration time) {
    return limits(l -> new Limits(time, l.maxHeaderBytes(), l.maxBodyBytes()));
  }

  /** Status line and headers of one response, in bytes. */
  public NetworkSettings maxHeader(int bytes) {
    return limits(l -> new Limits(l.connectTimeout(), bytes, l.maxBodyBytes()));
  }

  /** The body of one response that is kept for a check or an extraction, in bytes. */
  public NetworkSettings maxBody(int bytes) {
    return limits(l -> new Limits(l.connectTimeout(), l.maxHeaderBytes(), bytes));
  }

  /** Whether certificates are verified. */
  public NetworkSettings trust(Tls.Trust trust) {
    return tls(tls -> tls.withTrust(trust));
  }

  /** A file of authorities. */
  public NetworkSettings authorities(String file) {
    return tls(tls -> tls.withAuthorities(file));
  }

  /** A file of the client's certificate; a key and a password that were set belong to another. */
  public NetworkSettings certificate(String file) {
    return tls(tls -> tls.withIdentity(new Identity(file, "", "")));
  }

  /** A file of the certificate's key. */
  public NetworkSettings key(String file) {
    return identity(client -> new Identity(client.certificates(), file, client.password()));
  }

  /** The password of the key. */
  public NetworkSettings password(String password) {
    return identity(client -> new Identity(client.certificates(), client.key(), password));
  }

  /** Whether sessions are taken up again. */
  public NetworkSettings resumption(Tls.Resumption resumption) {
    return tls(tls -> tls.withResumption(resumption));
  }

  /** What encrypts. */
  public NetworkSettings engine(Tls.Engine engine) {
    return tls(tls -> tls.withEngine(engine));
  }

  /** Addresses of hosts. */
  public NetworkSettings resolve(List<HostAddress> addresses) {
    return network(network -> network.withResolve(addresses));
  }

  /** Local addresses. */
  public NetworkSettings sourceAddresses(List<String> addresses) {
    return network(network -> network.withSourceAddresses(addresses));
  }

  /** Whether small writes go out at once. */
  public NetworkSettings noDelay(boolean noDelay) {
    return sockets(s -> new SocketOptions(noDelay, s.sendBuffer(), s.receiveBuffer()));
  }

  /** Bytes of a socket's send buffer. */
  public NetworkSettings sendBuffer(int bytes) {
    return sockets(s -> new SocketOptions(s.noDelay(), bytes, s.receiveBuffer()));
  }

  /** Bytes of a socket's receive buffer. */
  public NetworkSettings receiveBuffer(int bytes) {
    return sockets(s -> new SocketOptions(s.noDelay(), s.sendBuffer(), bytes));
  }

  private NetworkSettings identity(UnaryOperator<Identity> change) {
    return tls(tls -> tls.withIdentity(change.apply(tls.identity())));
  }

  private NetworkSettings tls(UnaryOperator<Tls> change) {
    return network(network -> network.withTls(change.apply(network.tls())));
  }

  private NetworkSettings sockets(UnaryOperator<SocketOptions> change) {
    return network(network -> network.withSockets(change.apply(network.sockets())));
  }

  private NetworkSettings network(UnaryOperator<Network> change) {
    return and(reach -> reach.with(change.apply(reach.network())));
  }

  private NetworkSettings limits(UnaryOperator<Limits> change) {
    return and(reach -> reach.with(change.apply(reach.limits())));
  }

  private NetworkSettings and(UnaryOperator<Reach> change) {
    Reach _ = change.apply(Reach.DEFAULT); // a value that breaks a rule is refused here and now
    return then(new NetworkSettings(List.of(change)));
  }
}
