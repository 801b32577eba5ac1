package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.model.plan.Measure.TargetMetric;
import io.sluice.model.plan.Reduction;
import io.sluice.model.run.TargetMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against the real thing, which watches itself. */
class PrometheusClientRealTest {
  private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");

  @TempDir private Path folder;

  private Process start(int port) throws IOException {
    assumeTrue(Files.isExecutable(PROMETHEUS), "needs Debian's package prometheus: " + PROMETHEUS);
    Path settings =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            global: { scrape_interval: 1s }
            scrape_configs:
              - job_name: itself
                static_configs: [ { targets: [ "127.0.0.1:%d" ] } ]
            """
                .formatted(port));
    return new ProcessBuilder(
            PROMETHEUS.toString(),
            "--config.file=" + settings,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Test
  void itUnderstandsWhatIsAskedAndIsUnderstood() throws Exception {
    int port = freePort();
    Process process = start(port);
    long began = System.currentTimeMillis();
    try (PrometheusClient client =
        new PrometheusClient(PrometheusAccess.of(Map.of()), Duration.ofSeconds(10))) {
      Poll.until("a value", () -> ask(client, port, began, "up") instanceof TargetMetrics.Series);

      var series = (TargetMetrics.Series) ask(client, port, began, "max(up{job=\"itself\"}) * 2");
      assertTrue(series.points().stream().allMatch(point -> point.value() == 2), series::toString);
      assertTrue(
          series.points().stream().allMatch(p -> p.seconds() >= 0 && p.seconds() <= 30),
          series::toString);
      assertProblem(client, port, began, "nothing_of_that_name", "the query has no result on ");
      assertProblem(client, port, began, "{job=\"itself\"}", "series as its result");
      assertProblem(client, port, began, "sum(", "parse error");
      var nan = (TargetMetrics.Series) ask(client, port, began, "max(up) * NaN");
      assertTrue(Double.isNaN(nan.points().getFirst().value()));
    } finally {
      process.destroy();
      assertEquals(0, process.waitFor());
    }
  }

  private static void assertProblem(
      PrometheusClient client, int port, long began, String query, String reason) {
    var problem = (TargetMetrics.Problem) ask(client, port, began, query);
    assertTrue(problem.reason().contains(reason), problem::reason);
  }

  private static TargetMetrics.Answer ask(
      PrometheusClient client, int port, long began, String query) {
    try {
      return client.ask(
          new TargetMetric(query, "", Reduction.MAX),
          "http://127.0.0.1:" + port,
          new PrometheusClient.Range(began, 0, 30, 1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
