package io.sluice.engine;

import io.sluice.engine.netty.Origin;
import io.sluice.engine.netty.Tls;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks before the load whether every target can be reached at all, and as the plan says: from the
 * plan's addresses, with its TLS, in its version of HTTP. Cold and blocking.
 */
final class Preflight {
  private static final String NO_LOAD = "; no load was made";

  /** What a client sends first in HTTP/2 (RFC 9113 section 3.4): a text and empty settings. */
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

  private static final int FRAME_HEAD = 9;
  private static final int SETTINGS = 4;

  private final Limits limits;
  private final Network network;
  private final @Nullable Tls tls;
  private final Names names;

  /** Finds the addresses of a target. */
  @FunctionalInterface
  interface Names {
    List<InetSocketAddress> resolve(Target target) throws TargetException;
  }

  /**
   * A target that takes connections.
   *
   * @param lookupNanos how long its name took to resolve
   */
  record Reached(Origin origin, long lookupNanos) {}

  /**
   * A look with the plan's settings.
   *
   * @param tls as {@link #tls} says; it may be null only where no target is encrypted
   */
  Preflight(Limits limits, Network network, @Nullable Tls tls) {
    this(limits, network, tls, new TargetNames(network.resolve()));
  }

  Preflight(Limits limits, Network network, @Nullable Tls tls, Names names) {
    this.limits = limits;
    this.network = network;
    this.tls = tls;
    this.names = names;
  }

  /**
   * The TLS of a plan, or null where no target is encrypted.
   *
   * @throws TargetException if it cannot be had, such as for a file that cannot be read
   */
  static @Nullable Tls tls(LoadPlan plan) throws TargetException {
    if (plan.targets().stream().noneMatch(Target::secure)) {
      return null;
    }
    try {
      return Tls.of(plan.network().tls(), plan.network().http());
    } catch (IllegalArgumentException e) {
      throw new TargetException(e.getMessage() + NO_LOAD);
    }
  }

  /**
   * Resolves every target and opens one connection to each of its addresses. Those that take none
   * are left out: many a name has an IPv6 address that nobody serves.
   */
  List<Reached> reach(List<Target> targets) throws TargetException {
    SourceAddresses sources = SourceAddresses.of(network.sourceAddresses());
    List<Reached> reached = new ArrayList<>();
    for (Target target : targets) {
      long start = System.nanoTime();
      List<InetSocketAddress> addresses = names.resolve(target);
      long lookup = System.nanoTime() - start;
      List<InetSocketAddress> reachable = reachable(target, addresses, sources);
      reached.add(new Reached(new Origin(target, reachable, named(target)), lookup));
    }
    return reached;
  }

  /** Whether the name service says where it is, so that it may say otherwise later. */
  private boolean named(Target target) {
    return network.resolve().stream().noneMatch(entry -> entry.matches(target))
        && !TargetNames.isLiteral(target.host());
  }

  private List<InetSocketAddress> reachable(
      Target target, List<InetSocketAddress> addresses, SourceAddresses sources)
      throws TargetException {
    List<InetSocketAddress> reachable = new ArrayList<>();
    TargetException first = null;
    for (InetSocketAddress address : addresses) {
      try {
        connect(target, address, sources.towards(address.getAddress()));
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

  private void connect(Target target, InetSocketAddress address, @Nullable InetAddress source)
      throws TargetException {
    int timeout = (int) Math.min(Integer.MAX_VALUE, limits.connectTimeout().toMillis());
    try (Socket socket = new Socket()) {
      if (source != null) {
        socket.bind(new InetSocketAddress(source, 0));
      }
      socket.connect(address, timeout);
      socket.setSoTimeout(timeout);
      greet(target, socket);
    } catch (ConnectException e) {
      String message = String.valueOf(e.getMessage());
      String how =
          message.contains("refused") ? "refuses connections" : "cannot be reached: " + message;
      throw new TargetException(target + " " + how + NO_LOAD);
    } catch (SocketTimeoutException e) {
      throw new TargetException(
          "%s does not answer within %d ms%s".formatted(target, timeout, NO_LOAD));
    } catch (IOException e) {
      throw new TargetException(
          "%s cannot be reached: %s%s".formatted(target, e.getMessage(), NO_LOAD));
    }
  }

  private void greet(Target target, Socket socket) throws IOException, TargetException {
    boolean http2 = network.http() == Network.HttpVersion.HTTP_2;
    if (target.secure()) {
      String protocol = shakeHands(target, socket);
      if (http2 && !protocol.equals("h2")) {
        throw new TargetException(
            "%s: HTTP/2 is asked for, but the server does not offer it (ALPN h2)%s"
                .formatted(target, NO_LOAD));
      }
    } else if (http2 && !answersInHttp2(socket)) {
      throw new TargetException(
          "%s: HTTP/2 is asked for, but the server does not speak it unasked (prior knowledge)%s"
              .formatted(target, NO_LOAD));
    }
  }

  private String shakeHands(Target target, Socket socket) throws IOException, TargetException {
    if (tls == null) {
      throw new IllegalStateException("a secure target without TLS");
    }
    try {
      return tls.shakeHands(target, socket);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      String reason = Tls.reason(e);
      String hint =
          reason.startsWith("the certificate")
              ? " (--insecure skips the check of certificates)"
              : "";
      throw new TargetException("%s: no TLS: %s%s%s".formatted(target, reason, NO_LOAD, hint));
    }
  }

  /** Whether the first frame is the server's settings, as it must be (RFC 9113 section 3.4). */
  private static boolean answersInHttp2(Socket socket) throws IOException {
    socket.getOutputStream().write(PREFACE);
    byte[] head = socket.getInputStream().readNBytes(FRAME_HEAD);
    return head.length == FRAME_HEAD && head[3] == SETTINGS;
  }
}
