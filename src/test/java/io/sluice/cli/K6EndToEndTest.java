package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.DemoCertificate;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.truth.TruthSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * k6 scripts against the real shop: what they count is what the shop saw, and they end as in k6.
 */
final class K6EndToEndTest {
  private static final String HTTP = "import http from 'k6/http';\n";

  @TempDir private Path folder;

  private Path script(String text) throws Exception {
    return Files.writeString(folder.resolve("script.js"), text);
  }

  private Invocation k6(Storefront shop, String script, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "k6",
                "run",
                "-q",
                "--run-folder",
                folder.resolve("run").toString(),
                "--summary-export",
                folder.resolve("summary.json").toString(),
                "-e",
                "BASE_URL=" + shop.baseUri()));
    arguments.addAll(List.of(more));
    arguments.add(script);
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private JsonNode metric(String name) throws Exception {
    return new ObjectMapper()
        .readTree(folder.resolve("summary.json").toFile())
        .path("metrics")
        .path(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void theJourneysCountsAreTheShops(String loops) throws Exception {
    StorefrontOptions flawed = StorefrontOptions.defaults().withErrorRate("orders=20%");
    try (Storefront shop = Storefront.start(flawed)) {
      String journey = Path.of("../scenarios/storefront.k6.js").toString();

      Invocation ended =
          k6(shop, journey, "--loops", loops, "-u", "8", "-i", "60", "-e", "THINK=0");

      TruthSnapshot seen = shop.truth().snapshot();
      assertEquals(0, ended.code(), ended::err);
      assertEquals(60, metric("iterations").path("count").asLong(), ended::out);
      assertEquals(seen.total(), metric("http_reqs").path("count").asLong(), ended::out);
      assertEquals(60, metric("orders").path("count").asLong());
      assertEquals(60, seen.count("POST /checkout/complete"));
      long broken = seen.count("GET /orders", 500);
      assertTrue(broken > 0);
      assertEquals(broken, metric("http_req_failed").path("passes").asLong());
      assertEquals(broken, metric("checks").path("fails").asLong());
      assertFalse(metric("http_req_duration{endpoint:auth}").isMissingNode());
      StoredRun run = new StoredRun(folder.resolve("run"));
      JsonNode byName = run.summary().path("whole_run_by_name");
      assertEquals(60, byName.path("login").path("status").path("200").asLong(), byName::toString);
      assertEquals(broken, byName.path("list orders").path("status").path("500").asLong());
      assertTrue(Files.size(folder.resolve("run").resolve("report.html")) > 10_000);
      assertTrue(ended.out().contains("p95{endpoint:auth} < 500ms"), ended::out);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'rate<0.5'  | 0",
        "'rate<0.01' | 99",
      })
  void crossedThresholdsAreTheExitCode(String threshold, int code) throws Exception {
    try (Storefront shop =
        Storefront.start(StorefrontOptions.defaults().withErrorRate("health=20%"))) {
      Path script =
          script(
              HTTP
                  + "export const options = { iterations: 100, vus: 2, thresholds: {"
                  + " http_req_failed: ['"
                  + threshold
                  + "'] } };\n"
                  + "export default () => { http.get(`${__ENV.BASE_URL}/health`); };\n");

      Invocation ended = k6(shop, script.toString());

      assertEquals(code, ended.code(), ended::err);
      assertEquals(
          code != 0,
          ended.err().contains("thresholds on metrics 'http_req_failed' have been crossed"));
    }
  }

  @Test
  void aThresholdThatAbortsEndsTheRunAtOnceAndTearsDown() throws Exception {
    try (Storefront shop =
        Storefront.start(StorefrontOptions.defaults().withErrorRate("health=100%"))) {
      Path script =
          script(
              HTTP
                  + "export const options = { duration: '60s', vus: 2, thresholds: {"
                  + " http_req_failed: [{ threshold: 'rate<0.1', abortOnFail: true }] } };\n"
                  + "export default () => { http.get(`${__ENV.BASE_URL}/health`); };\n"
                  + "export function teardown() { console.log('torn down'); }\n");
      long start = System.nanoTime();

      Invocation ended = k6(shop, script.toString());

      assertEquals(99, ended.code(), ended::err);
      assertTrue(System.nanoTime() - start < 30e9);
      assertTrue(ended.err().contains("stopping test prematurely"), ended::err);
      assertTrue(ended.err().contains("torn down"), ended::err);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "export default function () { |107|script.js",
        "import x from './none.js'; export default () => {};|107|none.js",
        "throw new Error('in init'); |107|in init",
        "export function setup() { throw new Error('in setup'); } export default () => {};|107|in setup",
        "export function teardown() { throw new Error('in teardown'); } export default () => {};|107|in teardown",
        "export default () => { throw new Error('in iteration'); };|0|in iteration",
        "import { fail } from 'k6'; export default () => { fail('no way'); };|0|no way",
        "import exec from 'k6/execution'; export default () => { exec.test.abort('enough'); };|108|enough",
        "import exec from 'k6/execution'; export default () => { exec.test.fail('bad'); };|110|''",
        "export const options = { stages: [{duration:'1s',target:1}], scenarios: { a: { executor: 'constant-vus', duration: '1s' } } }; export default () => {};|104|stages",
        "export const options = { thresholds: { nothing: ['rate<1'] } }; export default () => {};|104|nothing",
        "export const options = { setupTimeout: '300ms' }; import { sleep } from 'k6'; export function setup() { sleep(20); } export default () => {};|100|setup",
        "export const options = { teardownTimeout: '300ms' }; import { sleep } from 'k6'; export function teardown() { sleep(20); } export default () => {};|101|teardown",
        "export const home = process.env.HOME; export default () => {};|107|process",
      })
  void scriptsThatFailEndAsInK6(String text, int code, String said) throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Invocation ended = k6(shop, script(text).toString());

      assertEquals(code, ended.code(), ended::err);
      assertTrue(ended.err().contains(said), ended::err);
      assertFalse(ended.err().contains("io.sluice"), ended::err);
      assertFalse(ended.err().contains("org.graalvm"), ended::err);
    }
  }

  @Test
  void arrivalsAreCountedToTheLastOne() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Path script =
          script(
              HTTP
                  + "export const options = { scenarios: { a: { executor: 'constant-arrival-rate',"
                  + " rate: 40, timeUnit: '1s', duration: '2s', preAllocatedVUs: 30 }, b: {"
                  + " executor: 'ramping-vus', startVUs: 1, stages: [{ duration: '1s', target: 3 },"
                  + " { duration: '1s', target: 0 }], exec: 'other', startTime: '500ms' } } };\n"
                  + "export default () => { http.get(`${__ENV.BASE_URL}/health`); };\n"
                  + "export function other() { http.get(`${__ENV.BASE_URL}/`); }\n");

      Invocation ended = k6(shop, script.toString());

      TruthSnapshot seen = shop.truth().snapshot();
      assertEquals(0, ended.code(), ended::err);
      long dropped = metric("dropped_iterations").path("count").asLong();
      assertEquals(80, seen.count("GET /health") + dropped, ended::out);
      assertEquals(seen.total(), metric("http_reqs").path("count").asLong());
      assertTrue(seen.count("GET /") > 0);
    }
  }

  @Test
  void statisticsMayDecideTheExitCode() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Path script =
          script(
              HTTP
                  + "export const options = { iterations: 5, thresholds: {"
                  + " http_req_duration: ['p(95)<2000'] } };\n"
                  + "export default () => { http.get(`${__ENV.BASE_URL}/health`); };\n");

      Invocation ended = k6(shop, script.toString(), "--gate", "statistics");

      assertEquals(4, ended.code(), ended::out); // five requests prove nothing
    }
  }

  @Test
  void http2OverTlsShowsScriptsItsHeaders() throws Exception {
    try (Storefront shop =
        Storefront.start(
            StorefrontOptions.defaults()
                .withTls(DemoCertificate.issued("localhost", "127.0.0.1")))) {
      Path script =
          script(
              HTTP
                  + "import { check } from 'k6';\n"
                  + "export const options = { iterations: 20, vus: 2,"
                  + " insecureSkipTLSVerify: true, thresholds: { checks: ['rate==1'] } };\n"
                  + "export default () => { const r = http.get(`${__ENV.BASE_URL}/health`);\n"
                  + "check(r, { proto: () => r.proto === 'HTTP/2.0', tls: () => r.tls_version ==="
                  + " 'tls1.3', json: () => r.headers['Content-Type'].includes('json'), port: () =>"
                  + " r.remote_port > 0 }); };\n");

      Invocation ended = k6(shop, script.toString());

      assertEquals(0, ended.code(), () -> ended.err() + ended.out());
      assertEquals(20, shop.truth().snapshot().count("GET /health"));
    }
  }

  @Test
  void expectedStatusesAreNoErrorsOfTheVerdict() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Path script =
          script(
              HTTP
                  + "export const options = { iterations: 20 };\n"
                  + "http.setResponseCallback(http.expectedStatuses(404));\n"
                  + "export default () => { http.get(`${__ENV.BASE_URL}/nowhere`); };\n");

      Invocation ended = k6(shop, script.toString());

      assertEquals(0, ended.code(), ended::err);
      assertEquals(0, metric("http_req_failed").path("passes").asLong());
      JsonNode all = new StoredRun(folder.resolve("run")).summary().path("whole_run_by_name");
      assertEquals(1, all.size(), all::toString);
      JsonNode only = all.iterator().next();
      assertEquals(20, only.path("outcomes").path("ok").asLong(), only::toString);
    }
  }

  @Test
  void requestsPerSecondAreBounded() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Path script =
          script(HTTP + "export default () => { http.get(`${__ENV.BASE_URL}/health`); };\n");
      long start = System.nanoTime();

      Invocation ended =
          k6(shop, script.toString(), "--rps", "20", "-u", "4", "-i", "41", "--loops", "2");

      assertEquals(0, ended.code(), ended::err);
      assertEquals(41, shop.truth().snapshot().total());
      assertTrue(System.nanoTime() - start > 1_500_000_000L); // two cells, 10 a second each
    }
  }

  @Test
  void nothingIsSentWhereItMayNotBe() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Path script =
          script(
              HTTP
                  + "export const options = { iterations: 2, blacklistIPs: ['127.0.0.0/8'] };\n"
                  + "export default () => { console.log(http.get(`${__ENV.BASE_URL}/`).error_code);"
                  + " };\n");

      Invocation ended = k6(shop, script.toString());

      assertEquals(0, ended.code(), ended::err);
      assertTrue(ended.err().contains("1110"), ended::err);
      assertEquals(0, shop.truth().snapshot().total());
    }
  }

  @Test
  void inspectShowsTheOptionsOfAllSources() throws Exception {
    Path script =
        script("export const options = { vus: 3, duration: '1m' };\nexport default () => {};\n");

    Invocation ended =
        Invocation.in(java.util.Map.of("K6_VUS", "7"), "k6", "inspect", script.toString());

    assertEquals(0, ended.code(), ended::err);
    JsonNode options = new ObjectMapper().readTree(ended.out());
    assertEquals(7, options.path("vus").asInt(), ended::out);
  }
}
