package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One real run as a step of a job on GitHub, with a channel that listens; then what is left of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnnounceEndToEndTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private static Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private StoredRun run = new StoredRun(Path.of(""));
  private Invocation ended = new Invocation(0, "", "");
  private List<String> messages = List.of();

  @BeforeAll
  void runOnce() throws IOException {
    run = new StoredRun(folder.resolve("run"));
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults());
        HookServer hook = new HookServer(HookServer.status(503), HookServer.status(200))) {
      environment.put("GITHUB_ACTIONS", "true");
      environment.put("GITHUB_STEP_SUMMARY", folder.resolve("step-summary").toString());
      environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
      environment.put("GITHUB_SERVER_URL", "https://github.example");
      environment.put("GITHUB_REPOSITORY", "o/r");
      environment.put("GITHUB_RUN_ID", "42");
      environment.put("HOOK", hook.address().toString());
      Files.writeString(folder.resolve("output"), "earlier=1\n");
      ended =
          Invocation.in(
              environment,
              "run",
              ShippedScenario.copyTo(folder, "storefront").toString(),
              "--profile",
              "quick",
              "--env",
              "BASE_URL=" + shop.baseUri(),
              "--slo",
              "p95 < 1us",
              "--slo",
              "error_rate < 90%",
              "--statistics",
              "point",
              "--notify",
              "slack:$HOOK",
              "--quiet",
              "--out",
              run.folder().toString());
      messages = List.copyOf(hook.bodies());
    }
  }

  private Map<String, String> outputs() throws IOException {
    Map<String, String> outputs = new TreeMap<>();
    List<String> lines = Files.readAllLines(folder.resolve("output"));
    for (int i = 1; i < lines.size(); i += 3) {
      outputs.put(lines.get(i).split("<<", 2)[0], lines.get(i + 1));
    }
    return outputs;
  }

  @Test
  void laterStepsReadItsFigures() throws IOException {
    assertEquals(3, ended.code(), ended::err);
    Map<String, String> outputs = outputs();
    assertEquals("FAIL", outputs.get("verdict"));
    assertEquals("3", outputs.get("exit-code"));
    assertEquals(run.verdict().path("sentence").asText(), outputs.get("sentence"));
    assertEquals(run.folder().resolve("report.html").toString(), outputs.get("report"));
    assertEquals(
        run.summary().at("/total/response_time_ms/p95").asDouble(),
        Double.parseDouble(outputs.get("p95-ms")));
    assertEquals(run.summary().at("/total/requests/finished").asText(), outputs.get("requests"));
    ActionFile.references(Files.readString(Path.of("..", "action.yml")), "steps.run.outputs.")
        .forEach(name -> assertTrue(outputs.containsKey(name), name));
  }

  @Test
  void whatDoesNotHoldIsAnnotated() {
    List<String> commands = ended.out().lines().filter(line -> line.startsWith("::")).toList();
    assertEquals(2, commands.size(), ended::out);
    assertTrue(commands.getFirst().startsWith("::error title=Sluice%3A FAIL ("), ended::out);
    assertTrue(commands.getLast().startsWith("::error title=FAIL%3A p95 < 1us::"), ended::out);
  }

  @Test
  void theJobsSummaryIsThePage() throws IOException {
    String summary = Files.readString(folder.resolve("step-summary"));
    assertEquals(Files.readString(run.folder().resolve("summary.md")), summary);
    assertTrue(summary.contains("| `p95 < 1us` |"), summary);
  }

  @Test
  void theChannelIsToldThoughItFailedFirst() throws IOException {
    assertEquals(2, messages.size());
    assertEquals(messages.getFirst(), messages.getLast());
    JsonNode message = MAPPER.readTree(messages.getLast());
    assertEquals("❌ FAIL", message.at("/blocks/0/text/text").asText());
    assertTrue(
        messages
            .getLast()
            .contains("<https://github.example/o/r/actions/runs/42|Open the report>"));
    assertFalse(ended.err().contains("notification"), ended::err);
  }

  @Test
  void theWebhookIsNowhere() throws IOException {
    assertFalse((ended.out() + ended.err()).contains(HookServer.SECRET));
    for (String file : run.files()) {
      assertFalse(Files.readString(run.folder().resolve(file)).contains(HookServer.SECRET), file);
    }
  }

  /** Judges a copy of the run again, by an objective that holds. */
  private Invocation gate(Map<String, String> environment, String... more) throws IOException {
    return gate(Files.createTempDirectory(folder, "copy"), environment, more);
  }

  private Invocation gate(Path copy, Map<String, String> environment, String... more)
      throws IOException {
    for (String file : List.of("plan.json", "run.log")) {
      Files.copy(run.folder().resolve(file), copy.resolve(file));
    }
    return Invocation.in(
        environment,
        Argv.of(
            more, "gate", copy.toString(), "--slo", "error_rate < 90%", "--statistics", "point"));
  }

  @Test
  void aBrokenChannelChangesNothing() throws IOException {
    try (HookServer hook = new HookServer(HookServer.status(404))) {
      Invocation gate =
          gate(Map.of("SLUICE_NOTIFY", "slack:$HOOK", "HOOK", hook.address().toString()));
      assertEquals(0, gate.code(), gate::err);
      assertEquals(
          "sluice: the Slack notification was not sent: the webhook answered 404\n", gate.err());
    }
  }

  @Test
  void filesThatCannotBeWrittenChangeNothing() throws IOException {
    Map<String, String> bad = new HashMap<>(environment);
    bad.put("GITHUB_OUTPUT", folder.resolve("no/such/folder").toString());
    bad.put("GITHUB_STEP_SUMMARY", folder.toString());
    Invocation gate = gate(bad);
    assertEquals(0, gate.code(), gate::err);
    assertEquals(2, gate.err().lines().count(), gate::err);
    assertTrue(gate.err().startsWith("sluice: cannot write to the file of GITHUB_OUTPUT: "));
  }

  @Test
  void aFullSummaryTakesTheVerdictOnly() throws IOException {
    Path full = folder.resolve("full");
    Files.writeString(full, "x".repeat(1024 * 1024 - 600));
    Invocation gate = gate(Map.of("GITHUB_STEP_SUMMARY", full.toString()), "--ci", "github");
    assertEquals(0, gate.code(), gate::err);
    String added = Files.readString(full).substring(1024 * 1024 - 600);
    assertTrue(added.startsWith("## ✅ PASS: "), added);
    assertTrue(Files.size(full) <= 1024 * 1024);
  }

  @Test
  void gitlabFindsItsReport() throws IOException {
    StoredRun copy = new StoredRun(Files.createTempDirectory(folder, "gitlab"));
    Invocation gate = gate(copy.folder(), Map.of("GITLAB_CI", "true"));
    assertEquals(0, gate.code(), gate::err);
    JsonNode metrics = copy.json("load-performance.json").path("metrics");
    assertEquals(
        copy.summary().at("/total/time_to_first_byte_ms/p95").asDouble(),
        metrics.path("http_req_waiting").path("p(95)").asDouble());
    assertTrue(metrics.at("/checks/passes").asLong() > 0);
  }

  @Test
  void theRunIsExportedInEveryFormat() throws IOException {
    long finished = run.summary().at("/whole_run/requests/finished").asLong();

    Path csv = export("run.csv", "--format", "csv");
    List<String> rows = Files.readAllLines(csv);
    int column = List.of(rows.getFirst().split(",", -1)).indexOf("finished");
    assertEquals(
        finished,
        rows.stream().skip(1).mapToLong(row -> Long.parseLong(row.split(",", -1)[column])).sum());

    Path requests = export("requests.csv", "-f", "csv", "--table", "requests");
    assertTrue(Files.readString(requests).contains("\r\nwhole_run,total,,"));

    JsonNode json = MAPPER.readTree(export("run.json", "--format", "json").toFile());
    assertEquals(run.loggedIntervals(), json.path("intervals").size());

    assertTrue(Files.readString(export("run.hlog", "--format", "hlog")).contains("\nTag="));
    JsonNode k6 = MAPPER.readTree(export("k6.json", "--format", "k6-summary").toFile());
    assertEquals(
        run.summary().at("/total/requests/finished").asLong(),
        k6.at("/metrics/http_reqs/count").asLong());
  }

  private Path export(String name, String... options) throws IOException {
    Path file = folder.resolve(name);
    String[] arguments = Argv.of(options, "export", run.folder().toString());
    Invocation toFile = Invocation.of(Argv.of(new String[] {"--out", file.toString()}, arguments));
    assertEquals(0, toFile.code(), toFile::err);
    assertEquals("", toFile.out());
    Invocation toOutput = Invocation.of(arguments);
    assertEquals(Files.readString(file), toOutput.out());
    return file;
  }

  @Test
  void exportsThatCannotBeAreRefused() {
    String run = this.run.folder().toString();
    assertMistake("--format: expected one of csv, json, hlog, k6-summary, was 'cvs'", run, "cvs");
    assertMistake("--table needs --format csv, was json", run, "json", "--table", "requests");
    assertMistake(
        "--out nowhere/x: there is no folder " + Path.of("nowhere").toAbsolutePath(),
        run,
        "csv",
        "--out",
        "nowhere/x");
    assertMistake("nowhere: no such folder; expected the folder of a run", "nowhere", "csv");
  }

  private static void assertMistake(String sentence, String run, String format, String... more) {
    Invocation ended = Invocation.of(Argv.of(more, "export", run, "--format", format));
    assertEquals(2, ended.code());
    assertTrue(ended.err().startsWith("sluice: " + sentence), ended::err);
  }
}
