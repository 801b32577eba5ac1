package io.sluice.reports.prometheus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes what is pushed to it. */
final class FakePushgateway implements AutoCloseable {
  private final HttpServer server;
  private final int status;
  private final BlockingQueue<Push> pushes = new LinkedBlockingQueue<>();

  record Push(String method, String path, String authorization, String body) {}

  private FakePushgateway(HttpServer server, int status) {
    this.server = server;
    this.status = status;
  }

  /** One that answers so. */
  static FakePushgateway answering(int status) throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    FakePushgateway gateway = new FakePushgateway(HttpServer.create(free, 5), status);
    gateway.server.createContext("/", gateway::take);
    gateway.server.start();
    return gateway;
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    pushes.add(
        new Push(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            authorization == null ? "" : authorization,
            body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The next push; waits for it. */
  Push next() throws InterruptedException {
    Push push = pushes.poll(20, TimeUnit.SECONDS);
    if (push == null) {
      throw new AssertionError("nothing was pushed");
    }
    return push;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
