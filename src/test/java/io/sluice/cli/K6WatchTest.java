package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A k6 script's run is seen while it goes on, and told and remembered when it is over. */
final class K6WatchTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Its second request and its checks appear when the run has gone on for a while. */
  private static final String SCRIPT =
      """
      import http from 'k6/http';
      import { check, group, sleep } from 'k6';
      import { Counter } from 'k6/metrics';
      const rounds = new Counter('rounds');
      export const options = { vus: 2, thresholds: { http_req_failed: ['rate<0.5'] } };
      const begun = Date.now();
      export default () => {
        http.get(`${__ENV.BASE_URL}/health`, { tags: { name: 'early' } });
        rounds.add(1);
        if (Date.now() - begun > 1500) {
          group('later', () => {
            const home = http.get(`${__ENV.BASE_URL}/`, { tags: { name: 'late', kind: 'page' } });
            check(home, { 'it is there': (r) => r.status === 200 });
          });
        }
        sleep(0.05);
      };
      """;

  @TempDir private Path folder;

  private StoredRun stored() {
    return new StoredRun(folder.resolve("run"));
  }

  private String[] k6(Storefront shop, String... more) throws IOException {
    Path script = Files.writeString(folder.resolve("late.js"), SCRIPT);
    return Argv.of(
        more,
        "k6",
        "run",
        script.toString(),
        "-q",
        "--loops=2",
        "--env=BASE_URL=" + shop.baseUri(),
        "--run-folder=" + stored().folder());
  }

  @Test
  void itIsScrapedWithNamesThatAppearLate() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      LiveInvocation live =
          LiveInvocation.of(k6(shop, "--duration=5s", "--prometheus=0", "--prometheus-linger=2s"));
      String address = live.awaitOut("Metrics for Prometheus are at (\\S+)");

      Scrape last = new Scrape("");
      double early = 0;
      double late = 0;
      boolean alone = false;
      while (last.text().isEmpty() || last.sum("sluice_verdict", "state=\"pending\"") == 1) {
        assertTrue(live.going(), "it ended before its verdict was shown: " + live.out());
        last = Scrape.of(address);
        double earlyNow = last.sum("sluice_requests_total", "request=\"early\"");
        double lateNow = last.sum("sluice_requests_total", "request=\"late\"");
        assertTrue(earlyNow >= early && lateNow >= late, "a counter went back");
        alone |= earlyNow > 0 && lateNow == 0;
        early = earlyNow;
        late = lateNow;
        assertFalse(last.text().contains("request 2"), "what has no name yet is not shown");
      }

      assertTrue(alone, "the late name was there from the beginning");
      assertEquals(0, live.ended().code(), live.out());
      JsonNode byName = stored().summary().path("whole_run_by_name");
      assertEquals(finished(byName.path("early")), early, byName::toString);
      assertEquals(finished(byName.path("late")), late, byName::toString);
      assertEquals(late, last.sum("sluice_requests_total", "group=\"later\"", "tag_kind=\"page\""));
      assertEquals(
          (double) shop.truth().snapshot().count("GET /"),
          last.sum("sluice_checks_total", "check=\"it is there\"", "result=\"pass\""));
      assertEquals(
          (double) shop.truth().snapshot().count("GET /health"),
          last.sum("sluice_metric_added_total"));
    }
  }

  private static double finished(JsonNode request) {
    return request.at("/requests/finished").asDouble() + request.at("/requests/aborted").asDouble();
  }

  /** What the page is told first when it is opened. */
  private static JsonNode told(String page) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(page + "events")).build();
    try (HttpClient client = HttpClient.newHttpClient();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    client.send(request, BodyHandlers.ofInputStream()).body(),
                    StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          client.shutdownNow();
          return MAPPER.readTree(line.substring("data: ".length()));
        }
      }
    }
    return MAPPER.missingNode();
  }

  @Test
  void itsPageShowsNamesThatAppearLate() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      LiveInvocation live = LiveInvocation.of(k6(shop, "--duration=12s", "--live"));
      String address = live.awaitOut("live: (\\S+)");
      JsonNode told = told(address);
      while (told.at("/summary/whole_run_by_name/late").isMissingNode()) {
        assertTrue(live.going(), "it ended before the late name was shown");
        told = told(address);
      }
      assertTrue(told.path("running").asBoolean());
      assertTrue(told.at("/summary/whole_run_by_name/early/requests/finished").asLong() > 0);
      assertEquals("rounds", told.at("/summary/metrics/0/name").asText());
      assertTrue(Files.exists(stored().folder().resolve("live.json")));

      assertEquals(0, live.ended().code(), live.out());
      assertFalse(Files.exists(stored().folder().resolve("live.json")));
      assertEquals(
          shop.truth().snapshot().total(),
          stored().summary().at("/whole_run/requests/started").asLong());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aKilledRunKeepsItsNames() throws Exception {
    StoredRun run = stored();
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults());
        SluiceProcess process =
            SluiceProcess.start(
                folder,
                List.of("-XX:TieredStopAtLevel=1", "--add-opens=java.base/java.lang=ALL-UNNAMED"),
                k6(shop, "--duration=5m"))) {
      Poll.until("the late request", () -> shop.truth().snapshot().count("GET /") > 0);
      long intervals = run.loggedIntervals();
      Poll.until(
          "two intervals more", () -> !process.alive() || run.loggedIntervals() >= intervals + 2);
      process.signal("KILL");
      assertNotEquals(0, process.exitCode());
    }
    assertFalse(Files.exists(run.folder().resolve("summary.json")));

    Invocation gate = Invocation.of("gate", run.folder().toString());
    Invocation report = Invocation.of("report", run.folder().toString());

    assertTrue(gate.code() == 3 || gate.code() == 4, () -> gate.out() + gate.err());
    assertEquals(0, report.code(), report::err);
    JsonNode byName = run.summary().path("whole_run_by_name");
    assertEquals(2, byName.size(), byName::toString);
    assertTrue(finished(byName.path("late")) > 0, byName::toString);
    assertEquals("later", run.summary().at("/checks/0/group").asText());
    assertTrue(run.summary().at("/checks/0/passes").asLong() > 0);
    assertTrue(run.summary().at("/metrics/0/sum").asDouble() > 0);
    assertTrue(run.summary().at("/groups/later/requests/finished").asLong() > 0);
  }

  @Test
  void itIsInTheHistoryAndTold() throws Exception {
    Path store = folder.resolve("runs.db");
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults());
        HookServer hook = new HookServer(HookServer.status(200))) {
      Invocation ended =
          Invocation.in(
              Map.of("HOOK", hook.address().toString()),
              k6(shop, "--iterations=20", "--store=" + store, "--notify=slack:$HOOK"));

      assertEquals(0, ended.code(), ended::err);
      assertEquals(1, hook.bodies().size());
      assertTrue(hook.bodies().getFirst().contains("*late*: error_rate"), hook.bodies()::toString);
    }

    Invocation history = Invocation.of("history", "--json", "--store=" + store);

    assertEquals(0, history.code(), history::err);
    JsonNode runs = MAPPER.readTree(history.out());
    assertTrue(
        runs.toString().contains("\"late.js\"") || runs.toString().contains("\"late\""),
        history::out);
  }

  @Test
  void theHistoryLiesBesideTheRunUnlessToldOtherwise() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      assertEquals(0, Invocation.of(k6(shop, "--iterations=2")).code());
      assertTrue(Files.exists(folder.resolve("history.db")));
    }
  }

  @Test
  void mistakesAreToldBeforeAnythingIsRun() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults());
        ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      for (Map.Entry<String, String> mistake :
          Map.of(
                  "--live=" + taken.getLocalPort(),
                  "--live " + taken.getLocalPort() + ": cannot",
                  "--prometheus=x",
                  "--prometheus: expected PORT or HOST:PORT",
                  "--pushgateway-job=a",
                  "--pushgateway-job needs --pushgateway",
                  "--store=jdbc:mysql://u:secret@x/y",
                  "--store: expected FILE",
                  "--notify=mail:x",
                  "--notify: expected slack:$NAME or slack:URL")
              .entrySet()) {
        Invocation ended = Invocation.of(k6(shop, "--iterations=2", mistake.getKey()));

        assertEquals(2, ended.code(), ended::err);
        assertTrue(ended.err().startsWith("sluice: " + mistake.getValue()), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
      }
      assertFalse(Files.exists(stored().folder()));
      assertEquals(0, shop.truth().snapshot().total());
    }
  }
}
