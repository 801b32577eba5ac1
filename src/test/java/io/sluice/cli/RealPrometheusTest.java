package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.fault.Breakage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real Prometheus, and its promtool, where they are installed. */
final class RealPrometheusTest {
  @TempDir private Path folder;

  /** The shop is slow: the alert rings while the run goes on, and no panel is empty. */
  @Test
  void theAlertRingsAndTheDashboardHasData() throws Exception {
    PrometheusServer.assumeInstalled("prometheus");
    StorefrontOptions slow = StorefrontOptions.defaults().withBreakage(Breakage.SLOW);
    try (Storefront shop = Storefront.start(slow)) {
      LiveInvocation run =
          LiveInvocation.of(
              "run",
              scenario().toString(),
              "--profile=watched",
              "--env=BASE_URL=" + shop.baseUri(),
              "--out=" + folder.resolve("run"),
              "--prometheus=0",
              "--prometheus-linger=4s");
      URI address = URI.create(run.awaitOut("Metrics for Prometheus are at (\\S+)"));
      try (PrometheusServer prometheus =
          PrometheusServer.start(
              Files.createDirectory(folder.resolve("prometheus")),
              address,
              DockerFiles.quickRules())) {
        Poll.until(
            "the alert on p95 rings",
            () -> prometheus.rings("SluiceResponseTimeHigh") || !run.going());
        assertTrue(run.going(), "the run ended without an alert: " + run.out());
        Set<String> empty = new LinkedHashSet<>(DockerFiles.queries("8s"));
        int queries = empty.size();
        Poll.until(
            "every query has data",
            () -> {
              empty.removeIf(query -> !prometheus.query(query).isEmpty());
              return empty.isEmpty() || !run.going();
            });
        assertEquals(Set.of(), empty, "without data");
        assertTrue(queries > 40, "queries: " + queries);

        Poll.until(
            "the verdict was scraped",
            () -> !prometheus.query("sluice_verdict{state=\"fail\"} == 1").isEmpty());
        assertEquals(3, run.ended().code());
        assertTrue(prometheus.rings("SluiceVerdictFail"));
      }
    }
  }

  /** The storefront's journey with a counter and a gauge, under load enough to see soon. */
  private Path scenario() throws IOException {
    Path file = ShippedScenario.copyTo(folder, "storefront");
    String text = Files.readString(file);
    return Files.writeString(
        file,
        text.replace(
                "- think: 50ms..150ms",
                "- add: { orders: 1 }\n  - gauge: { answer: 42 }\n  - think: 50ms..150ms")
            .replace(
                "\nprofiles:\n",
                """

                profiles:
                  watched:
                    rate: 30/s
                    duration: 25s
                    max_users: 4000
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "check, config, prometheus.yml",
    "check, rules, rules.yml",
    "test, rules, rules-test.yml",
  })
  void promtoolAcceptsTheFiles(String verb, String kind, String file) throws Exception {
    PrometheusServer.assumeInstalled("promtool");
    Path folderOfRules = DockerFiles.FOLDER.resolve("prometheus");
    Path log = folder.resolve("promtool.txt");
    Process promtool =
        new ProcessBuilder("promtool", verb, kind, file)
            .directory(folderOfRules.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    int code = promtool.waitFor();
    assertEquals(0, code, Files.readString(log));
  }

  /** Names, types and help as the conventions want them. */
  @Test
  void promtoolAcceptsWhatIsScraped() throws Exception {
    PrometheusServer.assumeInstalled("promtool");
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      LiveInvocation run =
          LiveInvocation.of(
              "run",
              scenario().toString(),
              "--profile=quick",
              "--env=BASE_URL=" + shop.baseUri(),
              "--quiet",
              "--out=" + folder.resolve("run"),
              "--prometheus=0");
      String address = run.awaitOut("are at (\\S+)");
      List<Scrape> last = new ArrayList<>();
      Poll.until(
          "an objective is judged",
          () -> {
            try {
              last.add(Scrape.of(address));
            } catch (IOException e) {
              return true;
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            return last.getLast().text().contains("sluice_slo_estimate{");
          });
      Path log = folder.resolve("promtool.txt");
      Process promtool =
          new ProcessBuilder("promtool", "check", "metrics")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      try (var in = promtool.getOutputStream()) {
        in.write(last.getLast().text().getBytes(StandardCharsets.UTF_8));
      }
      int code = promtool.waitFor();
      assertEquals("", Files.readString(log));
      assertEquals(0, code);
      Invocation _ = run.ended();
    }
  }
}
