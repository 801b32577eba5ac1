package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Very short searches against servers of this machine. */
final class CapacityEndToEndTest {
  private static final String SCENARIO =
      """
      name: home
      env: { BASE_URL: http://127.0.0.1:1 }
      journey: [ { get: "${BASE_URL}/health", name: health } ]
      profiles: { p: { users: 1, duration: 1s } }
      slo: [ 'error_rate < 20%' ]
      """;

  @TempDir private Path folder;

  private Invocation search(String uri, String... more) throws Exception {
    Path file = Files.writeString(folder.resolve("home.yaml"), SCENARIO);
    return Invocation.of(
        Argv.of(
            more,
            "capacity",
            file.toString(),
            "--env=BASE_URL=" + uri,
            "--loops=1",
            "--out=" + folder.resolve("out")));
  }

  /** What was found; a machine too busy to make a few hundred requests a second proves nothing. */
  private JsonNode found() throws Exception {
    JsonNode json =
        new ObjectMapper()
            .readTree(Files.readString(folder.resolve("out").resolve("capacity.json")));
    assumeFalse(json.path("conclusion").asText().equals("GENERATOR_LIMIT"), "starved");
    return json;
  }

  /** A bucket of 240/s answers 80 % of 300/s. */
  @Test
  void findsTheLimitOfATokenBucket() throws Exception {
    try (LimitedServer server = new LimitedServer(240, 20)) {
      Invocation ended =
          search(
              server.uri(),
              "--start=160/s",
              "--max=900/s",
              "--probe=1s",
              "--longest=2s",
              "--settle=1s",
              "--tolerance=20%");

      JsonNode json = found();
      assertEquals(0, ended.code(), ended.out() + ended.err());
      assertEquals("FOUND", json.path("conclusion").asText(), ended.out());
      double proven = json.at("/proven_pass/iterations_per_second").asDouble();
      double failing = json.at("/proven_fail/iterations_per_second").asDouble();
      assertTrue(proven >= 160 && proven <= 310, ended.out());
      assertTrue(failing > proven && failing >= 290, ended.out());
      for (JsonNode probe : json.path("probes")) {
        Path run = folder.resolve("out").resolve(probe.path("folder").asText());
        assertTrue(Files.exists(run.resolve("report.html")), run::toString);
      }
      assertTrue(ended.out().contains("with all objectives held"), ended.out());
    }
  }

  /** The stored run of a probe that was settled early is judged alike again. */
  @Test
  void theHighestRateAllowedIsALowerBound() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Invocation ended =
          search(
              shop.baseUri().toString(),
              "--start=100/s",
              "--max=100/s",
              "--probe=1s",
              "--longest=8s",
              "--settle=1s",
              "--at-least=90/s");

      assertEquals("AT_LEAST", found().path("conclusion").asText());
      assertEquals(0, ended.code(), ended.out() + ended.err());
      assertEquals(3, found().path("probes").size());
      JsonNode first = found().path("probes").path(0);
      assertTrue(first.path("measured_s").asDouble() < 8, first::toString);
      Path run = folder.resolve("out").resolve(first.path("folder").asText());
      assertEquals(0, Invocation.of("gate", run.toString()).code());
      assertEquals("", ended.err());
    }
  }

  @Test
  void aTargetThatFailsAtOnceProvesNothing() throws Exception {
    try (LimitedServer server = new LimitedServer(40, 5)) {
      Invocation ended =
          search(
              server.uri(),
              "--start=200/s",
              "--probe=2s",
              "--longest=2s",
              "--at-least=300/s",
              "-q");

      assertEquals("BELOW_START", found().path("conclusion").asText());
      assertEquals(3, ended.code(), ended.out() + ended.err());
    }
  }
}
