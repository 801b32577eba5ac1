package io.sluice.reports.prometheus;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Answers a scrape with all metrics, in the format that it asks for. The client library has such a
 * handler, too; it writes character by character through an encoder, which takes three times as
 * long, on the machine that makes the load.
 */
final class MetricsHandler implements HttpHandler {
  private final CollectorRegistry registry;

  MetricsHandler(CollectorRegistry registry) {
    this.registry = registry;
  }

  /** At its fastest: metrics are repetitive enough. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "GET" -> answer(exchange);
        case "HEAD" -> exchange.sendResponseHeaders(200, -1);
        default -> {
          exchange.getResponseHeaders().set("Allow", "GET, HEAD");
          exchange.sendResponseHeaders(405, -1);
        }
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String format = TextFormat.chooseContentType(exchange.getRequestHeaders().getFirst("Accept"));
    MetricsText text = new MetricsText();
    TextFormat.writeFormat(format, text, registry.metricFamilySamples());
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", format);
    if (takesGzip(exchange.getRequestHeaders())) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = new FastGzip(exchange.getResponseBody())) {
        out.write(body);
      }
    } else {
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static boolean takesGzip(Headers request) {
    return request.getOrDefault("Accept-Encoding", List.of()).stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("gzip"));
  }
}
