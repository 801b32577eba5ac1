package io.sluice.reports.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.RunResult;
import io.sluice.reports.SampleRun;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {
  private static final InetSocketAddress FREE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void showsARunOnceItIsTold() throws Exception {
    RunResult run = SampleRun.golden();
    RunMetrics metrics = RunMetrics.of(run.plan(), Map.of());
    try (MetricsEndpoint endpoint = MetricsEndpoint.open(FREE)) {
      assertEquals("", get(endpoint.address()).body());

      endpoint.show(metrics);
      run.intervals().replay(metrics);

      HttpResponse<String> scraped = get(endpoint.address());
      assertEquals(200, scraped.statusCode());
      assertEquals(
          "text/plain; version=0.0.4; charset=utf-8",
          scraped.headers().firstValue("Content-Type").orElseThrow());
      assertTrue(
          scraped
              .body()
              .contains(
                  "sluice_requests_total{scenario=\"journey\",group=\"Product Browsing\","
                      + "request=\"GET /\",outcome=\"ok\",} "),
          scraped.body());
    }
  }

  /** As Prometheus itself asks. */
  @Test
  void answersInTheFormatAndTheEncodingThatAreAskedFor() throws Exception {
    RunResult run = SampleRun.golden();
    RunMetrics metrics = RunMetrics.of(run.plan(), Map.of());
    try (MetricsEndpoint endpoint = MetricsEndpoint.open(FREE);
        HttpClient client = HttpClient.newHttpClient()) {
      endpoint.show(metrics);
      HttpRequest scrape =
          HttpRequest.newBuilder(endpoint.address())
              .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5")
              .header("Accept-Encoding", "gzip")
              .build();
      HttpResponse<InputStream> scraped =
          client.send(scrape, HttpResponse.BodyHandlers.ofInputStream());
      assertEquals("gzip", scraped.headers().firstValue("Content-Encoding").orElseThrow());
      assertEquals(
          "application/openmetrics-text; version=1.0.0; charset=utf-8",
          scraped.headers().firstValue("Content-Type").orElseThrow());
      try (InputStream body = new GZIPInputStream(scraped.body())) {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(text.endsWith("# EOF\n"), text);
      }
    }
  }

  @Test
  void nothingCanBeWrittenToIt() throws Exception {
    try (MetricsEndpoint endpoint = MetricsEndpoint.open(FREE);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest post =
          HttpRequest.newBuilder(endpoint.address())
              .POST(HttpRequest.BodyPublishers.ofString("x"))
              .build();
      assertEquals(405, client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode());
    }
  }

  @Test
  void afterItsEndNobodyListens() throws Exception {
    MetricsEndpoint endpoint = MetricsEndpoint.open(FREE);
    URI address = endpoint.address();
    endpoint.close();
    assertThrows(ConnectException.class, () -> get(address));
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    try (MetricsEndpoint first = MetricsEndpoint.open(FREE)) {
      InetSocketAddress taken =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), first.address().getPort());
      assertThrows(BindException.class, () -> MetricsEndpoint.open(taken).close());
    }
  }
}
