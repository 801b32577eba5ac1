package io.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A Prometheus of Debian's package, on a free port and in a folder of its own. */
final class PrometheusServer implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  private PrometheusServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Skips the test, and says why, where a program is not installed. */
  static void assumeInstalled(String program) {
    boolean installed =
        List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    Assumptions.assumeTrue(
        installed, program + " is not installed: apt-get install prometheus brings it");
  }

  /** Starts one that scrapes an address every second, by rules. */
  static PrometheusServer start(Path folder, URI target, String rules) throws IOException {
    Files.writeString(folder.resolve("rules.yml"), rules);
    return start(folder, freePort(), "sluice", target.getHost() + ":" + target.getPort());
  }

  /** Starts one that scrapes itself every second, as the job {@code itself}. */
  static PrometheusServer watchingItself(Path folder) throws IOException {
    int port = freePort();
    return start(folder, port, "itself", "127.0.0.1:" + port);
  }

  private static PrometheusServer start(Path folder, int port, String job, String target)
      throws IOException {
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: { scrape_interval: 1s, evaluation_interval: 1s }
        rule_files: ["*rules.yml"]
        scrape_configs:
          - job_name: %s
            static_configs: [{ targets: ["%s"] }]
        """
            .formatted(job, target));
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    PrometheusServer server = new PrometheusServer(process, port);
    Poll.until("Prometheus is ready", server::ready);
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private boolean ready() {
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Where it answers. */
  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The series that a query gives now. */
  JsonNode query(String expression) {
    String encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    HttpResponse<String> answer = get("/api/v1/query?query=" + encoded);
    if (answer.statusCode() != 200) {
      throw new AssertionError(expression + ": " + answer.body());
    }
    return json(answer).at("/data/result");
  }

  /** Whether an alert rings. */
  boolean rings(String alert) {
    for (JsonNode each : json(get("/api/v1/alerts")).at("/data/alerts")) {
      boolean named = each.at("/labels/alertname").asText().equals(alert);
      if (named && each.path("state").asText().equals("firing")) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> get(String path) {
    URI uri = URI.create(address() + path);
    try {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
