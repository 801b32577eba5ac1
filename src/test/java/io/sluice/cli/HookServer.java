package io.sluice.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook on this machine that answers as it was told; the last answer is given for ever. */
final class HookServer implements AutoCloseable {
  /** What must be in no message. */
  static final String SECRET = "T0SECRET";

  /** Answers an exchange. */
  @FunctionalInterface
  interface Answer {
    void give(HttpExchange exchange, HookServer server) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> types = new CopyOnWriteArrayList<>();

  HookServer(Answer... answers) throws IOException {
    this.answers.addAll(List.of(answers));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
    next().give(exchange, this);
  }

  private synchronized Answer next() {
    return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
  }

  /** A status, and perhaps a header: {@code Retry-After: 3}. */
  static Answer status(int status, String... header) {
    return (exchange, _) -> {
      if (header.length > 0) {
        String[] field = header[0].split(": ", 2);
        exchange.getResponseHeaders().add(field[0], field[1]);
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  /** Nothing until the server is closed. */
  static Answer silence() {
    return (exchange, server) -> {
      server.untilClosed();
      exchange.close();
    };
  }

  /** Headers, and a body that never ends. */
  static Answer endless() {
    return (exchange, server) -> {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write('o');
      exchange.getResponseBody().flush();
      server.untilClosed();
      exchange.close();
    };
  }

  private void untilClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/services/" + SECRET);
  }

  List<String> bodies() {
    return bodies;
  }

  List<String> types() {
    return types;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
