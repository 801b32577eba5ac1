package io.sluice.engine;

import io.sluice.engine.netty.Origin;
import io.sluice.engine.netty.Tls;
import io.sluice.model.plan.Limits;
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

  Preflight(Limits limits) {
    this.limits = limits;
  }

  /** Resolves every target and opens one connection to each. */
  List<Origin> origins(List<Target> targets) throws TargetException {
    List<Origin> origins = new ArrayList<>();
    for (Target target : targets) {
      List<InetSocketAddress> addresses = resolve(target);
      connect(target, addresses.getFirst());
      origins.add(new Origin(target, addresses));
    }
    return origins;
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
      if (target.secure() && limits.tls() == Limits.TlsTrust.VERIFY) {
        socket.setSoTimeout(timeout);
        handshake(target, socket);
      }
    } catch (ConnectException e) {
      throw new TargetException(target + " refuses connections; no load was made");
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
      throw new TargetException(
          "%s: no TLS: %s; no load was made (--insecure skips the check of certificates)"
              .formatted(target, Tls.reason(e)));
    }
  }
}
