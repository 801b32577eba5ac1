package io.sluice.k6.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.EngineOptions;
import io.sluice.engine.StopSignal;
import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.CheckCount;
import io.sluice.k6.options.OptionSources;
import io.sluice.k6.output.Outputs;
import io.sluice.k6.run.K6Test;
import io.sluice.k6.run.ScriptSource;
import io.sluice.k6.script.port.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs a conformance script as {@code sluice k6 run -u 1 -i N -o json=FILE} does. */
final class WireRun {
  private static final EngineOptions ENGINE =
      new EngineOptions(1, EngineOptions.Transport.AUTO, "unused");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADDRESS = "127.0.0.1";

  private final Conformance said;
  private final WireServer server;
  private final Path samples;
  private final Ran ran = new Ran();
  private final Map<String, List<Long>> checks = new TreeMap<>();

  /**
   * A run.
   *
   * @param samples the file that its samples are written to
   */
  WireRun(Conformance said, WireServer server, Path samples) {
    this.said = said;
    this.server = server;
    this.samples = samples;
  }

  Ran run() throws K6Exception, IOException {
    var _ = server.takeRequests();
    try (K6Test test = K6Test.load(source(), ENGINE)) {
      test.setup(new StopSignal());
      load(test);
      test.closeOutputs();
      read();
      assertEquals(checks, summed(test), "checks of the summary and of the output");
    } catch (K6Exception e) {
      ran.initError = String.valueOf(e.getMessage());
    }
    ran.hops = server.takeRequests();
    return ran;
  }

  private void load(K6Test test) throws K6Exception {
    test.run(test.engine(), _ -> {}, new StopSignal());
    K6Exception early = test.endedEarly();
    if (early != null && early.code() != ExitCode.SCRIPT_ABORTED) {
      throw early;
    }
    if (early != null) {
      ran.error = String.valueOf(early.getMessage());
      ran.marks.add(ran.error);
    }
    if (test.markedFailed()) {
      ran.marks.add("failed");
    }
    test.teardown(new StopSignal());
  }

  /** The checks of the summary by name: passes and fails. */
  private static Map<String, List<Long>> summed(K6Test test) {
    Map<String, List<Long>> counts = new TreeMap<>();
    for (CheckCount check : test.summary().checks().byName()) {
      counts.put(check.name(), List.of(check.passes(), check.fails()));
    }
    return counts;
  }

  private ScriptSource source() {
    return new ScriptSource(
        said.file(),
        null,
        ScriptSettings.DEFAULTS.withEnv(server.sites().environment(said)),
        options(),
        false,
        false,
        new Outputs(Path.of(""), OutputStream.nullOutputStream(), Map.of()),
        this::log);
  }

  private OptionSources options() {
    ObjectNode config = JSON.createObjectNode();
    said.all("option").forEach(name -> config.put(name, true));
    config.putObject("hosts").put("shop.test", ADDRESS).put("other.test", ADDRESS);
    return new OptionSources(
        config.toString(),
        "config.json",
        null,
        Map.of(),
        Map.of(
            "vus", List.of("1"),
            "iterations", List.of(String.valueOf(said.iterations())),
            "out", List.of("json=" + samples.toAbsolutePath())));
  }

  /** What ends an iteration is logged with its scenario. */
  private void log(Console.Level level, String message, String source) {
    if (source.startsWith("executor=")) {
      ran.error = plain(message);
    } else {
      ran.log(level, plain(message), source);
    }
  }

  /** Without the ports, which nobody knows before. */
  private String plain(String text) {
    String plain = text;
    for (String authority : server.sites().authorities()) {
      plain = plain.replace(authority, authority.substring(0, authority.indexOf(':')));
    }
    return plain;
  }

  private void read() throws IOException {
    for (String line : Files.readAllLines(samples)) {
      JsonNode json = JSON.readTree(line);
      if (json.path("type").asText().equals("Point")) {
        read(json.path("metric").asText(), json.path("data"));
      }
    }
  }

  private void read(String metric, JsonNode point) {
    Map<String, String> tags = new TreeMap<>();
    point
        .path("tags")
        .properties()
        .forEach(tag -> tags.put(tag.getKey(), plain(tag.getValue().asText())));
    double value = point.path("value").asDouble();
    ran.samples.all.add(new FakeSamples.Sample(metric, value, tags));
    switch (metric) {
      case "checks" -> count(tags, value == 1);
      case "iterations" -> ran.iterations++;
      case "iteration_duration" -> ran.slept += value / 1_000;
      default -> {}
    }
  }

  private void count(Map<String, String> tags, boolean passed) {
    String name = tags.getOrDefault("check", "");
    ran.samples.count(tags.getOrDefault("group", ""), name, passed);
    checks.merge(
        name,
        List.of(passed ? 1L : 0L, passed ? 0L : 1L),
        (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
  }
}
