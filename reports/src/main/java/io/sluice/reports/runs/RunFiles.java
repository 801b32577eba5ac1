package io.sluice.reports.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.gate.Status;
import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.gate.record.RequestRecord;
import io.sluice.gate.record.Revision;
import io.sluice.gate.record.RunRecord;
import io.sluice.model.plan.Objective;
import io.sluice.reports.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a judged run back from {@code summary.json} and {@code verdict.json}. */
public final class RunFiles {
  /** Facts of a run's header that say what was tested. */
  public static final String BRANCH = "branch";

  /** Likewise. */
  public static final String COMMIT = "commit";

  /** Likewise. */
  public static final String BUILD = "build";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long LARGEST = 64L << 20;

  private RunFiles() {}

  /**
   * The run of a folder, without the load of its plan.
   *
   * @param place what the record says of where it lies
   * @throws IOException if a file cannot be read or is none of a run; the message is a clause
   */
  public static RunRecord read(Path folder, String place) throws IOException {
    JsonNode summary = json(folder, RunReports.SUMMARY);
    JsonNode verdict = json(folder, RunReports.VERDICT);
    List<ObjectiveRecord> objectives = new ArrayList<>();
    List<RequestRecord> requests = new ArrayList<>();
    try {
      for (JsonNode slo : verdict.path("slos")) {
        objectives.add(objective(slo));
      }
      summary
          .path("requests_by_name")
          .properties()
          .forEach(entry -> requests.add(request(entry.getKey(), entry.getValue())));
      JsonNode facts = summary.path("facts");
      return new RunRecord(
          summary.path("name").asText(),
          summary.path("profile").asText(),
          List.of(),
          summary.path("digest").asText(),
          Instant.parse(summary.path("started").asText()),
          number(summary.path("duration_seconds")),
          facts.path("version").asText(),
          Status.valueOf(verdict.path("verdict").asText()),
          verdict.path("sentence").asText(),
          new Revision(
              facts.path(BRANCH).asText(), facts.path(COMMIT).asText(), facts.path(BUILD).asText()),
          place,
          objectives,
          request("", summary.path("total")),
          requests);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("its files are not those of a judged run: " + e.getMessage(), e);
    }
  }

  /** A file of a folder as JSON. */
  static JsonNode json(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.size(file) > LARGEST) {
      throw new IOException(name + " is too large to be one of ours");
    }
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IOException(name + " is not readable JSON", e);
    }
  }

  private static ObjectiveRecord objective(JsonNode slo) {
    List<String> unbounded = new ArrayList<>();
    slo.path("unbounded").forEach(name -> unbounded.add(name.asText()));
    return new ObjectiveRecord(
        slo.path("expression").asText(),
        ObjectiveRecord.Unit.valueOf(slo.path("unit").asText().toUpperCase(Locale.ROOT)),
        slo.path("comparison").asText(),
        number(slo.path("threshold")),
        number(slo, "estimate", unbounded),
        number(slo, "low", unbounded),
        number(slo, "high", unbounded),
        slo.path("samples").asLong(),
        number(slo.path("effective_samples")),
        Objective.Severity.valueOf(slo.path("severity").asText("fail").toUpperCase(Locale.ROOT)),
        Status.valueOf(slo.path("status").asText()),
        slo.path("reason").asText());
  }

  private static RequestRecord request(String name, JsonNode figures) {
    JsonNode times = figures.path("response_time_ms");
    return new RequestRecord(
        name,
        figures.at("/requests/finished").asLong(),
        figures.at("/requests/failed").asLong(),
        number(figures.path("rate_per_second")),
        number(times.path("p50")),
        number(times.path("p95")),
        number(times.path("p99")));
  }

  private static double number(JsonNode slo, String key, List<String> unbounded) {
    return unbounded.contains(key) ? Double.POSITIVE_INFINITY : number(slo.path(key));
  }

  private static double number(JsonNode value) {
    return value.isNumber() ? value.asDouble() : Double.NaN;
  }
}
