package io.sluice.reports.prometheus;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where Prometheus scrapes: {@code /metrics} on a port of this machine. It shows nothing before it
 * is told what. Its threads do not keep the process alive.
 */
public final class MetricsEndpoint implements AutoCloseable {
  private final CollectorRegistry registry;
  private final HTTPServer server;
  private final String host;

  private MetricsEndpoint(CollectorRegistry registry, HTTPServer server, String host) {
    this.registry = registry;
    this.server = server;
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
    HTTPServer server =
        new HTTPServer.Builder()
            .withInetSocketAddress(address)
            .withRegistry(registry)
            .withDaemonThreads(true)
            .build();
    return new MetricsEndpoint(registry, server, address.getHostString());
  }

  /** Shows the metrics of a run. */
  public void show(RunMetrics metrics) {
    registry.register(metrics.collector());
  }

  /** What to scrape. */
  public URI address() {
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + server.getPort() + "/metrics");
  }

  @Override
  public void close() {
    server.close();
  }
}
