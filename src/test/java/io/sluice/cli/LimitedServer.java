package io.sluice.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A server of this machine that answers 200 as long as its token bucket has tokens, and 503 else.
 */
final class LimitedServer implements AutoCloseable {
  private final HttpServer server;
  private final double perSecond;
  private final double burst;
  private double tokens;
  private long at = System.nanoTime();

  LimitedServer(double perSecond, double burst) {
    this.perSecond = perSecond;
    this.burst = burst;
    tokens = burst;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(take() ? 200 : 503, -1);
          exchange.close();
        });
    server.start();
  }

  private synchronized boolean take() {
    long now = System.nanoTime();
    tokens = Math.min(burst, tokens + (now - at) * perSecond / 1e9);
    at = now;
    boolean enough = tokens >= 1;
    tokens -= enough ? 1 : 0;
    return enough;
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
