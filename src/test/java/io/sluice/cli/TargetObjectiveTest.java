package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.cli.FakePrometheus.Reply;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objectives on the target's own side, from the scenario to the report. */
class TargetObjectiveTest {
  @TempDir private Path folder;

  private StoredRun run() {
    return new StoredRun(folder.resolve("run"));
  }

  private Path scenario(Storefront shop) throws IOException {
    return Files.writeString(
        folder.resolve("target.yaml"),
        """
        journey: [ { get: "%s/health", name: health }, { think: 10ms } ]
        profiles: { p: { users: 2, duration: 3s } }
        slo: [ { prometheus: max(cpu), below: 0.8, name: CPU of the shop } ]
        """
            .formatted(shop.baseUri()));
  }

  private Invocation run(Storefront shop, String... more) throws IOException {
    return Invocation.of(
        Argv.of(more, "run", scenario(shop).toString(), "--out", run().folder().toString()));
  }

  private JsonNode slo() {
    return run().verdict().path("slos").path(0);
  }

  /** On a machine that is too busy to make the load in time a PASS is withheld. */
  @ParameterizedTest
  @CsvSource({
    "0.5, PASS|INCONCLUSIVE, 'CPU of the shop: the largest of 4 values is 0.5 after'",
    "0.93, FAIL, 'CPU of the shop: the largest of 4 values is 0.93 after'",
    "NaN, INCONCLUSIVE, '4 of 4 values of the measured time are no numbers'"
  })
  void theServersValuesAreJudgedAndKept(String value, String statuses, String reason)
      throws IOException {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Invocation ended;
      try (FakePrometheus server = FakePrometheus.saying(asked -> Reply.constant(asked, value))) {
        ended = run(shop, "--prometheus-url", server.url());
        assertEquals(1, server.asked().size());
      }
      int code = run().verdict().path("exit_code").asInt();
      assertEquals(code, ended.code(), ended.out() + ended.err());
      assertTrue(slo().path("status").asText().matches(statuses), ended::out);
      assertTrue(slo().path("reason").asText().startsWith(reason), ended::out);
      assertEquals(value.equals("0.5"), slo().path("observed").asBoolean());
      assertEquals("CPU of the shop < 0.8", slo().path("expression").asText());
      JsonNode verdict = run().verdict();
      String page = Files.readString(run().folder().resolve("report.html"));
      assertTrue(page.contains("\"target_series\":[{\"name\":\"CPU of the shop\""), "no series");

      // the server is gone by now
      Invocation again = Invocation.of("gate", run().folder().toString());
      assertEquals(code, again.code());
      assertEquals(verdict, run().verdict());
      assertEquals(0, Invocation.of("report", run().folder().toString()).code());
      assertEquals(page, Files.readString(run().folder().resolve("report.html")));
    }
  }

  @Test
  void aServerThatIsNotThereNeverLosesARun() throws IOException {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Invocation ended =
          Invocation.in(
              Map.of("PROMETHEUS_URL", "http://127.0.0.1:1"),
              "run",
              scenario(shop).toString(),
              "--out",
              run().folder().toString());
      assertEquals(4, ended.code(), ended.out() + ended.err());
      assertEquals("INCONCLUSIVE", slo().path("status").asText());
      assertEquals(
          "http://127.0.0.1:1 cannot be reached: the connection was refused",
          slo().path("reason").asText());
      assertEquals("[]", page().replaceFirst("(?s).*\"target_series\":(\\[]).*", "$1"));
    }
  }

  private String page() throws IOException {
    return Files.readString(run().folder().resolve("report.html"));
  }

  @Test
  void withoutAServerThereIsNoLoad() throws IOException {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Invocation ended = run(shop);
      assertEquals(2, ended.code());
      assertEquals(
          "sluice: 'CPU of the shop < 0.8' needs the address of a Prometheus server:"
              + " --prometheus-url, PROMETHEUS_URL, or 'url' in the scenario\n",
          ended.err());
      assertFalse(Files.exists(run().folder()));
    }
  }
}
