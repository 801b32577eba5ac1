package io.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The folder that a run left, for tests to read. */
record StoredRun(Path folder) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  JsonNode summary() {
    return json("summary.json");
  }

  JsonNode verdict() {
    return json("verdict.json");
  }

  JsonNode json(String file) {
    try {
      return MAPPER.readTree(folder.resolve(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often each status came back to a request of that name, over the whole run. */
  Map<Integer, Long> statuses(String request) {
    Map<Integer, Long> statuses = new TreeMap<>();
    summary()
        .at("/whole_run_by_name")
        .path(request)
        .path("status")
        .properties()
        .forEach(e -> statuses.put(Integer.valueOf(e.getKey()), e.getValue().asLong()));
    return statuses;
  }

  /** How many requests of that name had an outcome, over the whole run. */
  long outcome(String request, String outcome) {
    return outcomes(summary().at("/whole_run_by_name").path(request)).getOrDefault(outcome, 0L);
  }

  static Map<String, Long> outcomes(JsonNode figures) {
    Map<String, Long> outcomes = new TreeMap<>();
    figures
        .path("outcomes")
        .properties()
        .forEach(e -> outcomes.put(e.getKey(), e.getValue().asLong()));
    return outcomes;
  }

  /** How many responses with any status were seen, over the whole run. */
  long answers() {
    return StreamSupport.stream(summary().at("/whole_run/status").spliterator(), false)
        .mapToLong(JsonNode::asLong)
        .sum();
  }

  /** The text of the objective's status, such as PASS. */
  String status(String objective) {
    for (JsonNode slo : verdict().path("slos")) {
      if (slo.path("expression").asText().equals(objective)) {
        return slo.path("status").asText();
      }
    }
    throw new IllegalArgumentException("the verdict has no objective '" + objective + "'");
  }

  /** How many seconds the run log holds in full so far; 0 where there is no log yet. */
  long loggedIntervals() {
    Path log = folder.resolve("run.log");
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.startsWith("done\t")).count();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
