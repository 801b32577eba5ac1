package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.Measure.TargetMetric;
import io.sluice.model.plan.Reduction;
import io.sluice.model.run.TargetMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against the real thing, which watches itself. */
class PrometheusClientRealTest {
  @TempDir private Path folder;

  @Test
  void itUnderstandsWhatIsAskedAndIsUnderstood() throws Exception {
    PrometheusServer.assumeInstalled("prometheus");
    long began = System.currentTimeMillis();
    try (PrometheusServer server = PrometheusServer.watchingItself(folder);
        PrometheusClient client =
            new PrometheusClient(PrometheusAccess.of(Map.of()), Duration.ofSeconds(10))) {
      String address = server.address();
      Poll.until(
          "a value", () -> ask(client, address, began, "up") instanceof TargetMetrics.Series);

      var series =
          (TargetMetrics.Series) ask(client, address, began, "max(up{job=\"itself\"}) * 2");
      assertTrue(series.points().stream().allMatch(point -> point.value() == 2), series::toString);
      assertTrue(
          series.points().stream().allMatch(p -> p.seconds() >= 0 && p.seconds() <= 30),
          series::toString);
      assertProblem(client, address, began, "nothing_of_that_name", "the query has no result on ");
      assertProblem(client, address, began, "{job=\"itself\"}", "series as its result");
      assertProblem(client, address, began, "sum(", "parse error");
      var nan = (TargetMetrics.Series) ask(client, address, began, "max(up) * NaN");
      assertTrue(Double.isNaN(nan.points().getFirst().value()));
    }
  }

  private static void assertProblem(
      PrometheusClient client, String address, long began, String query, String reason) {
    var problem = (TargetMetrics.Problem) ask(client, address, began, query);
    assertTrue(problem.reason().contains(reason), problem::reason);
  }

  private static TargetMetrics.Answer ask(
      PrometheusClient client, String address, long began, String query) {
    try {
      return client.ask(
          new TargetMetric(query, "", Reduction.MAX),
          address,
          new PrometheusClient.Range(began, 0, 30, 1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
