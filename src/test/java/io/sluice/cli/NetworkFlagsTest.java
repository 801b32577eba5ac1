package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.storefront.DemoCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says about the network, up to the plan and the report. */
final class NetworkFlagsTest {
  private static final String SCENARIO =
      """
      network:
        http: 1.1
        connections: { shared: 4 }
        connect_timeout: 9s
        tls: { resumption: false }
      env: { BASE_URL: null }
      journey: [ { get: "${BASE_URL}/" } ]
      profiles: { p: { users: 1, duration: 1s } }
      slo: [ "error_rate < 5%" ]
      """;

  @TempDir private Path folder;

  private StoredRun hit(String... flags) throws Exception {
    try (RawServer server = RawServer.answering((number, line) -> RawServer.Answer.ok())) {
      return ran(
          Argv.of(flags, "hit", server.uri() + "/", "--users=1", "--duration=1s", "--quiet"));
    }
  }

  private StoredRun run(String... flags) throws Exception {
    Path file = Files.writeString(folder.resolve("x.yaml"), SCENARIO);
    try (RawServer server = RawServer.answering((number, line) -> RawServer.Answer.ok())) {
      return ran(Argv.of(flags, "run", file.toString(), "--env=BASE_URL=" + server.uri()));
    }
  }

  private StoredRun ran(String... arguments) {
    StoredRun run = new StoredRun(folder.resolve("run"));
    Invocation ended = Invocation.of(Argv.of(arguments("--out=" + run.folder()), arguments));
    assertEquals("", ended.err());
    assertTrue(Files.exists(run.folder().resolve("report.html")), ended.out());
    return run;
  }

  private static String[] arguments(String... arguments) {
    return arguments;
  }

  private static Map<String, String> facts(StoredRun run) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> fact : run.summary().path("facts").properties()) {
      if (fact.getKey().startsWith("network.")) {
        facts.put(fact.getKey(), fact.getValue().asText());
      }
    }
    return facts;
  }

  @Test
  void whatIsUsualIsNotMentioned() throws Exception {
    assertEquals(Map.of(), facts(hit()));
  }

  @Test
  void everyFlagArrives() throws Exception {
    Path ca = DemoCertificate.valid("elsewhere.example").writeTo(folder).certificate();
    StoredRun run =
        hit(
            "--http=1.1",
            "--connections=shared:4:10",
            "--connect-timeout=3s",
            "--max-body=1MB",
            "--insecure",
            "--ca=" + ca,
            "--cert=" + ca,
            "--key=" + folder.resolve("key.pem"),
            "--no-tls-resumption",
            "--tls-engine=jdk",
            "--transport=nio",
            "--resolve=a.example:80:10.0.0.7,10.0.0.8",
            "--resolve=b.example:443:::1",
            "--source-address=127.0.0.1,127.0.0.1",
            "--source-address=127.0.0.0/30");
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("network.connect_timeout", "3s");
    expected.put("network.connections", "shared: 4, streams: 10");
    expected.put("network.http", "1.1");
    expected.put("network.max_body", "1MB");
    expected.put(
        "network.resolve", "a.example:80:10.0.0.7, a.example:80:10.0.0.8, b.example:443:::1");
    expected.put("network.source_addresses", "127.0.0.1, 127.0.0.1, 127.0.0.1, 127.0.0.2");
    expected.put("network.tls.authorities", ca.toString());
    expected.put("network.tls.certificate", ca.toString());
    expected.put("network.tls.engine", "jdk");
    expected.put("network.tls.key", folder.resolve("key.pem").toString());
    expected.put("network.tls.resumption", "false");
    expected.put("network.tls.verify", "false");
    assertEquals(expected, facts(run));
    assertEquals("nio", run.summary().at("/facts/transport").asText());
    String page = Files.readString(run.folder().resolve("report.html"));
    assertTrue(page.contains("network.tls.resumption"));
  }

  @Test
  void theScenarioCountsWhereNoFlagIsGiven() throws Exception {
    assertEquals(
        Map.of(
            "network.http", "1.1",
            "network.connections", "shared: 4, streams: 100",
            "network.connect_timeout", "9s",
            "network.tls.resumption", "false"),
        facts(run()));
  }

  @Test
  void aFlagCountsMoreThanTheScenarioKeyByKey() throws Exception {
    StoredRun run = run("--connections=per-user", "--connect-timeout=5s");
    Map<String, String> facts = facts(run);
    assertEquals(
        Map.of(
            "network.http", "1.1",
            "network.connect_timeout", "5s",
            "network.tls.resumption", "false"),
        facts);
    Invocation again = Invocation.of("report", run.folder().toString());
    assertEquals(0, again.code(), again.err());
    assertEquals(facts, facts(run));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "hit", "demo"})
  void everyCommandThatMakesLoadHasThem(String command) {
    String help = Invocation.of(command, "--help").out();
    for (String flag :
        new String[] {
          "--http",
          "--connections",
          "--connect-timeout",
          "--max-body",
          "--insecure",
          "--ca",
          "--cert",
          "--key",
          "--cert-password-env",
          "--no-tls-resumption",
          "--tls-engine",
          "--resolve",
          "--source-address",
          "--transport"
        }) {
      assertTrue(help.contains(" " + flag), flag);
    }
  }
}
