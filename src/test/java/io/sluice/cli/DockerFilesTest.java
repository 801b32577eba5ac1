package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What cannot be run here is read at least. */
final class DockerFilesTest {
  private static final Pattern METRIC = Pattern.compile("\\bsluice_[a-z0-9_]+\\b");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private static Object yaml(Path file) {
    try {
      LoaderOptions strict = new LoaderOptions();
      strict.setAllowDuplicateKeys(false);
      return new Yaml(new SafeConstructor(strict)).load(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyYamlFileIsRead() throws IOException {
    try (Stream<Path> files = Files.walk(DockerFiles.FOLDER)) {
      List<Path> yaml = files.filter(file -> file.toString().matches(".*\\.ya?ml")).toList();
      assertEquals(6, yaml.size(), yaml.toString());
      yaml.forEach(file -> assertTrue(yaml(file) instanceof Map, file.toString()));
    }
  }

  @Test
  void theServicesAreWiredTogether() {
    JsonNode services =
        JSON.valueToTree(yaml(DockerFiles.FOLDER.resolve("compose.yaml"))).path("services");
    assertEquals(
        Set.of("storefront", "sluice", "pushgateway", "prometheus", "grafana"),
        services.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
    for (JsonNode service : services) {
      service
          .path("ports")
          .forEach(port -> assertTrue(port.asText().startsWith("127.0.0.1:"), port.asText()));
    }
    for (String ours : List.of("storefront", "sluice")) {
      assertTrue(services.path(ours).path("read_only").asBoolean(), ours);
      assertEquals("[\"ALL\"]", services.path(ours).path("cap_drop").toString());
    }
    String prometheus =
        String.valueOf(yaml(DockerFiles.FOLDER.resolve("prometheus/prometheus.yml")));
    String sluice = services.path("sluice").toString();
    assertTrue(prometheus.contains("sluice:9464") && sluice.contains("0.0.0.0:9464"), sluice);
    assertTrue(sluice.contains("BASE_URL=http://storefront:8080"), sluice);
    String source =
        String.valueOf(
            yaml(DockerFiles.FOLDER.resolve("grafana/provisioning/datasources/prometheus.yaml")));
    assertTrue(source.contains("http://prometheus:9090"), source);
  }

  @Test
  void theImageIsNobodysRoot() throws IOException {
    String image = Files.readString(DockerFiles.FOLDER.resolve("Dockerfile"));
    List<String> lines = image.lines().toList();
    int user = lines.indexOf("USER 10001:10001");
    assertTrue(user > 0, image);
    assertTrue(
        lines.subList(user, lines.size()).stream()
            .noneMatch(line -> line.startsWith("RUN") || line.startsWith("COPY")),
        "nothing is written after it");
    assertTrue(image.contains("docker/assemble"), "prove does the same");
  }

  @Test
  void everyPanelOfTheDashboardIsItsOwn() throws IOException {
    Set<Integer> ids = new HashSet<>();
    int queries = 0;
    for (JsonNode panel : DockerFiles.dashboard().path("panels")) {
      assertTrue(ids.add(panel.path("id").asInt()), "twice: " + panel.path("id"));
      if (!panel.path("type").asText().equals("row")) {
        assertFalse(panel.path("title").asText().isEmpty());
        assertEquals("${datasource}", panel.at("/datasource/uid").asText());
        queries += panel.path("targets").size();
      }
    }
    assertTrue(queries > 40, "queries: " + queries);
  }

  /** Rules, their tests, the dashboard and the docs name nothing that is not shown. */
  @Test
  void everyMetricThatIsNamedIsShown() throws Exception {
    Set<String> shown = new TreeSet<>(shownByHit().names());
    shown.addAll(ownMetrics());
    shown.add("sluice_checks_total");
    for (Path file :
        List.of(
            DockerFiles.RULES,
            DockerFiles.FOLDER.resolve("prometheus/rules-test.yml"),
            DockerFiles.DASHBOARD)) {
      String text =
          Files.readString(file).replaceAll("run:sluice_\\w+", "").replace("sluice_run_info,", "");
      METRIC
          .matcher(text)
          .results()
          .map(found -> found.group())
          .forEach(name -> assertTrue(shown.contains(name), file + " names " + name));
    }
    String docs = Files.readString(Path.of("..", "docs", "prometheus.md"));
    METRIC
        .matcher(docs)
        .results()
        .map(found -> found.group())
        .filter(name -> !name.endsWith("_"))
        .forEach(
            name ->
                assertTrue(
                    shown.contains(name) || shown.contains(name + "_count"), "docs name " + name));
  }

  /** Those that a hit has none of; other tests see them shown. */
  private static Set<String> ownMetrics() {
    return Set.of(
        "sluice_metric_trend_seconds_bucket",
        "sluice_metric_trend_seconds_count",
        "sluice_metric_numbers_count",
        "sluice_metric_rate_total",
        "sluice_metric_added_total",
        "sluice_metric_value");
  }

  private Scrape shownByHit() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      LiveInvocation run =
          LiveInvocation.of(
              "hit",
              shop.baseUri() + "/health",
              "--rate=50/s",
              "--duration=1s",
              "--out=" + folder.resolve("run"),
              "--prometheus=0",
              "--prometheus-linger=1s");
      String address = run.awaitOut("are at (\\S+)");
      String[] text = {""};
      Poll.until(
          "the verdict",
          () -> {
            try {
              text[0] = Scrape.of(address).text();
            } catch (IOException e) {
              return true;
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            return new Scrape(text[0]).sum("sluice_verdict", "state=\"pending\"") == 0
                && text[0].contains("sluice_slo_estimate");
          });
      Invocation _ = run.ended();
      assertTrue(text[0].getBytes(StandardCharsets.UTF_8).length > 1_000);
      return new Scrape(text[0]);
    }
  }
}
