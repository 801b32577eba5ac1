package io.sluice.cli.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves routes until it is closed: a virtual thread for each request. */
public final class WebServer implements AutoCloseable {
  /** After so much silence a listener is sent a comment. */
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final EventClients clients;
  private final Binding binding;
  private final Access access;
  private final Guard guard;

  private WebServer(
      HttpServer server, Binding wanted, Access access, List<Route> routes, Duration heartbeat) {
    this.server = server;
    this.access = access;
    binding = new Binding(wanted.address(), server.getAddress().getPort());
    clients = new EventClients(heartbeat);
    guard = new Guard(binding, access, new RouteTable(routes));
    server.createContext("/", this::serve);
    server.setExecutor(threads);
  }

  /**
   * Listens and serves.
   *
   * @throws IOException if the address is taken, or may not be
   */
  public static WebServer start(Binding binding, Access access, List<Route> routes)
      throws IOException {
    return start(binding, access, routes, HEARTBEAT);
  }

  static WebServer start(Binding binding, Access access, List<Route> routes, Duration heartbeat)
      throws IOException {
    HttpServer listening = HttpServer.create(binding.socketAddress(), 0);
    WebServer server = new WebServer(listening, binding, access, routes, heartbeat);
    listening.start();
    return server;
  }

  private void serve(HttpExchange exchange) {
    try (exchange) {
      AnswerWriter writer = new AnswerWriter(exchange, clients);
      WebRequest request = WebRequest.of(exchange);
      Answer answer;
      try {
        String target = exchange.getRequestURI().toString();
        answer = guard.answer(exchange.getRequestMethod(), target, request);
      } catch (IOException | RuntimeException e) {
        answer = Answer.sentence(500, "This could not be read.");
      }
      writer.write(answer);
    } catch (IOException e) {
      // the client has left: nobody is there to be told
    }
  }

  /** The port that it listens on. */
  public int port() {
    return binding.port();
  }

  /** Where a person can open it; with the token where nobody knows it yet. */
  public URI uri() {
    String query = access.announced().isEmpty() ? "" : "?token=" + access.announced();
    return URI.create("http://%s:%d/%s".formatted(host(), port(), query));
  }

  private String host() {
    InetAddress address = binding.address();
    if (address.isAnyLocalAddress()) {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }
    String text = address.getHostAddress();
    return text.contains(":") ? "[" + text.replaceFirst("%.*", "") + "]" : text;
  }

  /** Lets its listeners have what is queued, for a moment, and then cuts all connections. */
  @Override
  public void close() {
    clients.end(PATIENCE);
    server.stop(0);
    threads.shutdownNow();
  }
}
