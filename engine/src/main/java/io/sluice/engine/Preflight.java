package io.sluice.engine;

import io.sluice.engine.netty.Origin;
import io.sluice.engine.netty.Tls;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Looks before the load whether every target can be reached at all. Cold and blocking. */
final class Preflight {
  private final Limits limits;
  private final Network network;
  private final Names names;

  /** Finds the addresses of a target. */
  @FunctionalInterface
  interface Names {
    List<InetSocketAddress> resolve(Target target) throws TargetException;
  }

  Preflight(Limits limits, Network network) {
    this(limits, network, Preflight::resolve);
  }

  Preflight(Limits limits, Network network, Names names) {
    this.limits = limits;
    this.network = network;
    this.names = names;
  }

  /**
   * Resolves every target and opens one connection to each of its addresses. Those that take none
   * are left out: many a name has an IPv6 address that nobody serves.
   */
  List<Origin> origins(List<Target> targets) throws TargetException {
    List<Origin> origins = new ArrayList<>();
    for (Target target : targets) {
      origins.add(new Origin(target, reachable(target, names.resolve(target))));
    }
    return origins;
  }

  private List<InetSocketAddress> reachable(Target target, List<InetSocketAddress> addresses)
      throws TargetException {
    List<InetSocketAddress> reachable = new ArrayList<>();
    TargetException first = null;
    for (InetSocketAddress address : addresses) {
      try {
        connect(target, address);
        reachable.add(address);
      } catch (TargetException e) {
        first = first == null ? e : first;
      }
    }
    if (reachable.isEmpty() && first != null) {
      throw first;
    }
    return reachable;
  }

  private static List<InetSocketAddress> resolve(Target target) throws TargetException {
    try {
      List<InetSocketAddress> addresses = new ArrayList<>();
      for (InetAddress address : InetAddress.getAllByName(target.host())) {
        addresses.add(new InetSocketAddress(address, target.port()));
      }
      return addresses;
    } catch (UnknownHostException e) {
      throw new TargetException(
          "%s: the host name '%s' has no address; no load was made"
              .formatted(target, target.host()));
    }
  }

  private void connect(Target target, InetSocketAddress address) throws TargetException {
    int timeout = (int) Math.min(Integer.MAX_VALUE, limits.connectTimeout().toMillis());
    try (Socket socket = new Socket()) {
      socket.connect(address, timeout);
      if (target.secure() && network.tls().trust() == Network.Tls.Trust.VERIFY) {
        socket.setSoTimeout(timeout);
        handshake(target, socket);
      }
    } catch (ConnectException e) {
      String message = String.valueOf(e.getMessage());
      String how =
          message.contains("refused") ? "refuses connections" : "cannot be reached: " + message;
      throw new TargetException(target + " " + how + "; no load was made");
    } catch (SocketTimeoutException e) {
      throw new TargetException(
          "%s does not answer within %d ms; no load was made".formatted(target, timeout));
    } catch (IOException e) {
      throw new TargetException(
          "%s cannot be reached: %s; no load was made".formatted(target, e.getMessage()));
    }
  }

  private static void handshake(Target target, Socket plain) throws IOException, TargetException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket socket =
        (SSLSocket) factory.createSocket(plain, target.host(), target.port(), true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      String reason = Tls.reason(e);
      String hint =
          reason.contains("certificate") ? " (--insecure skips the check of certificates)" : "";
      throw new TargetException(
          "%s: no TLS: %s; no load was made%s".formatted(target, reason, hint));
    }
  }
}
