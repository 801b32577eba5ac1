package io.sluice.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.model.run.RunResult;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RunFigures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class IntervalsJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static String export(RunResult run) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RunExport.intervalsJson().write(run, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void intervalsAddUpToTheRun() throws IOException {
    RunResult run = SampleRun.golden();
    RunFigures figures = RunFigures.of(run);

    JsonNode json = MAPPER.readTree(export(run));

    assertEquals(1, json.path("schema_version").asInt());
    assertEquals(21, json.path("intervals").size());
    assertEquals(run.header().digest(), json.at("/run/digest").asText());
    assertEquals("completed", json.at("/end/reason").asText());
    assertEquals(
        figures.wholeRun().total().finished(), sum(json, "/requests", "/requests/finished"));
    assertEquals(
        figures.errors().stream().mapToLong(e -> e.count()).sum(), sum(json, "/errors", "/count"));
    assertTrue(sum(json, "/checks", "/passes") > 0);
    JsonNode tenth = json.at("/intervals/10");
    assertEquals(80, tenth.at("/load/users").asInt());
    assertEquals(8, tenth.at("/load/offered").asInt());
    assertTrue(tenth.at("/requests/0/response_time_ms/p95").isNumber());
    assertTrue(tenth.at("/generator/lag_p99_ms").asDouble() > 0);
  }

  private static long sum(JsonNode json, String list, String field) {
    return StreamSupport.stream(json.path("intervals").spliterator(), false)
        .flatMap(interval -> StreamSupport.stream(interval.at(list).spliterator(), false))
        .mapToLong(node -> node.at(field).asLong())
        .sum();
  }

  @Test
  void everyIntervalIsALine() throws IOException {
    List<String> lines = export(SampleRun.golden()).lines().toList();
    assertEquals(22, lines.size());
    for (String line : lines.subList(1, 21)) {
      assertTrue(MAPPER.readTree(line.replaceFirst(",$", "")).has("requests"), line);
    }
  }

  @Test
  void aRunWithoutIntervalsIsADocument() throws IOException {
    JsonNode json = MAPPER.readTree(export(SampleRun.silent()));
    assertEquals(0, json.path("intervals").size());
    assertEquals("lost", json.at("/end/reason").asText());
  }
}
