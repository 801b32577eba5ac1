package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks and metrics of a k6 script in the reports of its run. */
final class K6ReportTest {
  private static final int ITERATIONS = 40;
  private static final String SCRIPT =
      """
      import http from 'k6/http';
      import { check, group } from 'k6';
      import { Counter, Gauge, Rate, Trend } from 'k6/metrics';
      const items = new Counter('items');
      const queue = new Gauge('queue');
      const bought = new Rate('bought');
      const wait = new Trend('wait', true);
      const size = new Trend('size');
      export const options = { iterations: 40, vus: 4 };
      export default () => {
        const home = http.get(`${__ENV.BASE_URL}/`, { tags: { name: 'home' } });
        check(home, { 'it is there': (r) => r.status === 200 });
        group('cart', () => {
          group('pay', () => {
            const n = __ITER;
            check(null, { 'it is there': () => true, 'even': () => n % 2 === 0 });
            items.add(1.5);
            queue.add(7);
            bought.add(n % 4 === 0);
            wait.add(12.5);
            size.add(5000000);
          });
        });
      };
      """;

  @TempDir private Path folder;
  private final Storefront shop = Storefront.start(StorefrontOptions.defaults());
  private StoredRun run = new StoredRun(Path.of(""));

  @BeforeEach
  void run() throws Exception {
    Path script = Files.writeString(folder.resolve("script.js"), SCRIPT);
    run = new StoredRun(folder.resolve("run"));
    Invocation ended =
        Invocation.of(
            "k6",
            "run",
            "-q",
            "--loops=2",
            "--run-folder=" + run.folder(),
            "--summary-export=" + folder.resolve("k6.json"),
            "--env=BASE_URL=" + shop.baseUri(),
            script.toString());
    assertEquals(0, ended.code(), ended::err);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private JsonNode check(String name, String group) {
    for (JsonNode check : run.summary().path("checks")) {
      if (check.path("name").asText().equals(name) && check.path("group").asText().equals(group)) {
        return check;
      }
    }
    throw new AssertionError(name + " in " + group + " is none of " + run.summary().path("checks"));
  }

  private JsonNode metric(String name) {
    for (JsonNode metric : run.summary().path("metrics")) {
      if (metric.path("name").asText().equals(name)) {
        return metric;
      }
    }
    throw new AssertionError(name + " is none of " + run.summary().path("metrics"));
  }

  @Test
  void checksAreToldApartByTheirGroups() throws Exception {
    assertEquals(3, run.summary().path("checks").size());
    assertEquals(ITERATIONS, check("it is there", "").path("passes").asInt());
    assertEquals(ITERATIONS, check("it is there", "cart / pay").path("passes").asInt());
    JsonNode even = check("even", "cart / pay");
    JsonNode ofK6 = new ObjectMapper().readTree(folder.resolve("k6.json").toFile());
    assertEquals(
        ofK6.at("/metrics/checks/fails").asInt(), even.path("fails").asInt(), even::toString);
    assertEquals(ITERATIONS, even.path("passes").asInt() + even.path("fails").asInt());
    assertEquals("", even.path("request").asText());
  }

  @Test
  void metricsAreWhatTheScriptAdded() {
    assertEquals(
        List.of("items", "queue", "bought", "wait", "size"),
        run.summary().path("metrics").findValuesAsText("name"));
    assertAll(
        () -> assertEquals(1.5 * ITERATIONS, metric("items").path("sum").asDouble()),
        () -> assertEquals(7, metric("queue").path("last").asDouble()),
        () -> assertEquals(ITERATIONS, metric("queue").path("values").asInt()),
        () -> assertEquals(ITERATIONS, metric("bought").path("total").asInt()),
        () -> assertEquals("trend", metric("wait").path("kind").asText()),
        () -> assertEquals(12.5, metric("wait").at("/time_ms/p95").asDouble(), 0.02),
        () -> assertEquals(ITERATIONS, metric("wait").at("/time_ms/samples").asInt()),
        () -> assertEquals("numbers", metric("size").path("kind").asText()),
        () -> assertEquals(5e6, metric("size").at("/distribution/p95").asDouble(), 5e3),
        () -> assertEquals(5e6, metric("size").at("/distribution/max").asDouble()));
  }

  @Test
  void theyAreInThePageAndSurviveBeingReadFromTheFolder() throws Exception {
    JsonNode before = run.summary();
    Path page = run.folder().resolve("report.html");
    assertTrue(Files.readString(page).contains("\"group\":\"cart / pay\""));
    Files.delete(page);

    Invocation ended = Invocation.of("report", run.folder().toString());

    assertEquals(0, ended.code(), ended::err);
    assertTrue(Files.readString(page).contains("\"kind\":\"numbers\""));
    assertEquals(before.path("checks"), run.summary().path("checks"));
    assertEquals(before.path("metrics"), run.summary().path("metrics"));
  }

  @Test
  void theGateJudgesThem() {
    Invocation ended =
        Invocation.of(
            "gate",
            run.folder().toString(),
            "--statistics=point",
            "--slo=checks{group:cart} > 60%",
            "--slo=checks(even) > 1%",
            "--slo=rate(bought) > 1%",
            "--slo=p95(wait) < 20ms");

    assertEquals(0, ended.code(), () -> ended.out() + ended.err());
    JsonNode slos = run.verdict().path("slos");
    assertEquals(2 * ITERATIONS, slos.path(0).path("samples").asInt(), slos::toString);
    assertEquals(ITERATIONS, slos.path(1).path("samples").asInt(), slos::toString);
  }

  @Test
  void whatThereIsNotIsToldWithWhatThereIs() {
    Invocation ended =
        Invocation.of("gate", run.folder().toString(), "--slo=checks{group:carts} > 70%");

    assertEquals(2, ended.code(), ended::out);
    assertEquals(
        "sluice: --slo: no request matches 'checks{group:carts} > 70%': group is one of cart /"
            + " pay\n",
        ended.err());
  }
}
