package io.sluice.reports.prometheus;

import com.sun.net.httpserver.HttpServer;
import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where Prometheus scrapes: {@code /metrics} on a port of this machine. It shows nothing before it
 * is told what. Its threads do not keep the process alive.
 */
public final class MetricsEndpoint implements AutoCloseable {
  private static final int BACKLOG = 3;

  /** Who is slow to take an answer keeps one of them. */
  private static final int THREADS = 5;

  private final CollectorRegistry registry;
  private final HttpServer server;
  private final ExecutorService threads;
  private final String host;

  private MetricsEndpoint(
      CollectorRegistry registry, HttpServer server, ExecutorService threads, String host) {
    this.registry = registry;
    this.server = server;
    this.threads = threads;
    this.host = host;
  }

  /**
   * Listens from now on.
   *
   * @param address port 0 for any free one
   * @throws IOException if it cannot listen there
   */
  public static MetricsEndpoint open(InetSocketAddress address) throws IOException {
    CollectorRegistry registry = new CollectorRegistry();
    HttpServer server = HttpServer.create(address, BACKLOG, "/", new MetricsHandler(registry));
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("sluice-metrics-", 1).factory());
    server.setExecutor(threads);
    startAsDaemon(server);
    return new MetricsEndpoint(registry, server, threads, address.getHostString());
  }

  /** The thread that listens is a daemon if the one that starts it is. */
  private static void startAsDaemon(HttpServer server) {
    Thread starter = Thread.ofPlatform().daemon().start(server::start);
    boolean interrupted = false;
    while (starter.isAlive()) {
      try {
        starter.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Shows the metrics of a run. */
  public void show(RunMetrics metrics) {
    registry.register(metrics.collector());
  }

  /** What to scrape. */
  public URI address() {
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + server.getAddress().getPort() + "/metrics");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
