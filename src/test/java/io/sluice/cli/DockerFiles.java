package io.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of {@code docker/}. */
final class DockerFiles {
  static final Path FOLDER = Path.of("..", "docker");
  static final Path RULES = FOLDER.resolve("prometheus/rules.yml");
  static final Path DASHBOARD = FOLDER.resolve("grafana/dashboards/sluice.json");

  private DockerFiles() {}

  static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(DASHBOARD.toFile());
  }

  /** Every query of the dashboard, its variables as a person leaves them. */
  static List<String> queries(String rateInterval) throws IOException {
    List<String> queries = new ArrayList<>();
    for (JsonNode panel : dashboard().path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        queries.add(target.path("expr").asText());
      }
    }
    for (JsonNode annotation : dashboard().at("/annotations/list")) {
      queries.add(annotation.path("expr").asText());
    }
    return queries.stream()
        .map(
            query ->
                query
                    .replace("$__rate_interval", rateInterval)
                    .replace("$job", ".*")
                    .replace("$instance", ".*"))
        .toList();
  }

  /**
   * The rules with all times shortened, for a test that cannot wait for an hour: windows of a
   * minute become 8 s, longer ones a little more, and alerts ring after 2 s.
   */
  static String quickRules() throws IOException {
    return Files.readString(RULES)
        .replace("[1m]", "[8s]")
        .replace("[5m]", "[9s]")
        .replace("[30m]", "[10s]")
        .replace("[1h]", "[11s]")
        .replace("[6h]", "[12s]")
        .replaceAll("for: \\w+", "for: 2s");
  }
}
