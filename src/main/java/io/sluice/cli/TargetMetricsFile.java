package io.sluice.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.model.run.TargetMetrics;
import io.sluice.model.run.TargetMetrics.Point;
import io.sluice.reports.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code target-metrics.json}: what Prometheus servers said of the target, so that a stored run can
 * be judged again without them. A value that is no number is null.
 */
final class TargetMetricsFile {
  /** Its name in the folder of a run. */
  static final String NAME = "target-metrics.json";

  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TargetMetricsFile() {}

  static void write(RunFolder folder, TargetMetrics metrics) throws IOException {
    ObjectNode json = MAPPER.createObjectNode().put("schema_version", VERSION);
    ArrayNode answers = json.putArray("answers");
    for (TargetMetrics.Answer answer : metrics.answers()) {
      ObjectNode entry = answers.addObject().put("query", answer.query()).put("url", answer.url());
      switch (answer) {
        case TargetMetrics.Problem problem -> entry.put("problem", problem.reason());
        case TargetMetrics.Series series -> {
          entry.put("step_seconds", series.stepSeconds());
          ArrayNode times = entry.putArray("seconds");
          ArrayNode values = entry.putArray("values");
          for (Point point : series.points()) {
            times.add(point.seconds());
            if (Double.isFinite(point.value())) {
              values.add(point.value());
            } else {
              values.addNull();
            }
          }
        }
      }
    }
    Files.writeString(folder.path().resolve(NAME), JsonText.pretty(json));
  }

  /**
   * What a run has kept; nothing if it asked nobody.
   *
   * @throws UserMistake if the file is damaged
   */
  static TargetMetrics read(RunFolder folder) throws IOException {
    Path file = folder.path().resolve(NAME);
    if (Files.notExists(file)) {
      return TargetMetrics.NONE;
    }
    try {
      JsonNode json = MAPPER.readTree(Files.readString(file));
      if (json.path("schema_version").asInt() != VERSION) {
        throw new UserMistake(
            "%s: expected schema_version %d, was %s"
                .formatted(file, VERSION, json.path("schema_version")));
      }
      List<TargetMetrics.Answer> answers = new ArrayList<>();
      json.path("answers").forEach(entry -> answers.add(answer(entry)));
      return new TargetMetrics(answers);
    } catch (JsonProcessingException e) {
      throw new UserMistake(file + ": damaged: " + e.getOriginalMessage());
    }
  }

  private static TargetMetrics.Answer answer(JsonNode entry) {
    String query = entry.path("query").asText();
    String url = entry.path("url").asText();
    if (entry.has("problem")) {
      return new TargetMetrics.Problem(query, url, entry.path("problem").asText());
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < entry.path("seconds").size(); i++) {
      JsonNode value = entry.path("values").path(i);
      points.add(
          new Point(
              entry.path("seconds").path(i).asDouble(),
              value.isNumber() ? value.asDouble() : Double.NaN));
    }
    double step = entry.path("step_seconds").asDouble();
    return new TargetMetrics.Series(query, url, step > 0 ? step : 1, points);
  }
}
