package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prometheus sees a run while it goes on. */
final class PrometheusTest {
  @TempDir private Path folder;

  @Test
  void aRunIsScrapedWhileItGoesOn() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun stored = new StoredRun(folder.resolve("run"));
      LiveInvocation run =
          LiveInvocation.of(
              "run",
              ShippedScenario.copyTo(folder, "storefront").toString(),
              "--profile=quick",
              "--env=BASE_URL=" + shop.baseUri(),
              "--slo=error_rate < 5%",
              "--out=" + stored.folder(),
              "--prometheus=0",
              "--prometheus-linger=2s");
      String address =
          run.awaitOut("Metrics for Prometheus are at (http://127\\.0\\.0\\.1:\\d+/metrics)");

      Scrape last = new Scrape("");
      double before = 0;
      int risen = 0;
      boolean active = false;
      while (last.text().isEmpty() || last.sum("sluice_verdict", "state=\"pending\"") == 1) {
        assertTrue(run.going(), "it ended before its verdict was shown: " + run.out());
        last = Scrape.of(address);
        double requests = last.sum("sluice_requests_total");
        assertTrue(requests >= before, "a counter went back");
        risen += requests > before ? 1 : 0;
        before = requests;
        active |= last.sum("sluice_window_active", "measured=\"true\"") == 1;
      }
      assertTrue(risen >= 3, "it rose %d times only".formatted(risen));
      assertTrue(active, "the measured window was never active");

      Invocation ended = run.ended();
      assertEquals(stored.verdict().path("exit_code").asInt(), ended.code(), ended.out());
      assertEquals("", ended.err());
      assertTrue(
          ended.out().contains("Metrics stay at " + address + " for 2s; Ctrl-C ends that.\n"),
          ended.out());
      assertThrows(ConnectException.class, () -> Scrape.of(address));
      assertSame(stored, last);
    }
  }

  /** The last scrape says what the report says. */
  private static void assertSame(StoredRun stored, Scrape last) throws IOException {
    JsonNode whole = stored.summary().path("whole_run");
    StoredRun.outcomes(whole)
        .forEach(
            (outcome, count) ->
                assertEquals(
                    (double) count,
                    last.sum("sluice_requests_total", "outcome=\"" + outcome + "\""),
                    outcome));
    JsonNode login = stored.summary().at("/whole_run_by_name/login");
    assertAll(
        () ->
            assertEquals(
                login.at("/response_time_ms/samples").asDouble(),
                last.sum("sluice_response_time_seconds_count", "request=\"login\"")),
        () ->
            assertEquals(
                whole.at("/bytes/received").asDouble(), last.sum("sluice_received_bytes_total")),
        () ->
            assertEquals(
                stored.verdict().at("/slos/0/estimate").asDouble(),
                last.sum("sluice_slo_estimate", "objective=\"error_rate < 5%\""),
                1e-12),
        () ->
            assertEquals(
                1,
                last.sum(
                    "sluice_slo_status",
                    "objective=\"error_rate < 5%\"",
                    state(stored.verdict().at("/slos/0/status")))),
        () -> assertEquals(1, last.sum("sluice_verdict", state(stored.verdict().path("verdict")))),
        () -> assertEquals(0, last.sum("sluice_users")),
        () -> assertEquals(1, last.sum("sluice_run_info", "run=\"run\"", "name=\"storefront\"")));
  }

  private static String state(JsonNode status) {
    return "state=\"" + status.asText().toLowerCase(Locale.ROOT) + "\"";
  }

  @Test
  void theTwoArmsAreToldApart() throws Exception {
    try (Storefront a = Storefront.start(StorefrontOptions.defaults());
        Storefront b = Storefront.start(StorefrontOptions.defaults())) {
      LiveInvocation run =
          LiveInvocation.of(
              "run",
              ShippedScenario.copyTo(folder, "storefront").toString(),
              "--profile=quick",
              "--a=BASE_URL=" + a.baseUri(),
              "--b=BASE_URL=" + b.baseUri(),
              "--quiet",
              "--out=" + folder.resolve("run"),
              "--prometheus=0");
      String address = run.awaitOut("are at (\\S+)");
      Poll.until(
          "both arms have answers",
          () ->
              scraped(address, "sluice_requests_total", "arm=\"a\"", "outcome=\"ok\"") > 0
                  && scraped(address, "sluice_requests_total", "arm=\"b\"", "outcome=\"ok\"") > 0);
      assertTrue(scraped(address, "sluice_checks_total", "arm=\"a\"", "result=\"pass\"") > 0);
      assertFalse(run.ended().out().isEmpty());
    }
  }

  private static double scraped(String address, String name, String... labels) {
    try {
      return Scrape.of(address).sum(name, labels);
    } catch (IOException e) {
      return Double.NaN;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aRunIsPushed() throws Exception {
    BlockingQueue<String> pushes = new LinkedBlockingQueue<>();
    HttpServer gateway =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    gateway.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          pushes.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body);
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    gateway.start();
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Invocation ended =
          hit(
              shop,
              "--pushgateway=http://127.0.0.1:" + gateway.getAddress().getPort(),
              "--pushgateway-job=nightly");

      assertEquals(0, ended.code(), ended.out() + ended.err());
      assertEquals("", ended.err());
      String last = pushes.stream().reduce("", (_, next) -> next);
      assertTrue(last.startsWith("PUT /metrics/job/nightly/run/run\n"), last);
      assertEquals(
          1,
          new Scrape(last).sum("sluice_verdict", "state=\"pass\""),
          "the verdict was not pushed");
    } finally {
      gateway.stop(0);
    }
  }

  @Test
  void aPushThatFailsIsToldOnceAndFailsNothing() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Invocation ended = hit(shop, "--pushgateway=http://me:s3cret@127.0.0.1:1/base");

      assertEquals(0, ended.code(), ended.out() + ended.err());
      assertEquals(1, ended.err().lines().count(), ended.err());
      assertTrue(
          ended.err().startsWith("sluice: cannot push metrics to http://127.0.0.1:1/base: "),
          ended.err());
      assertFalse(ended.err().contains("s3cret"), ended.err());
    }
  }

  private Invocation hit(Storefront shop, String... more) {
    return Invocation.of(
        Argv.of(
            more,
            "hit",
            shop.baseUri().toString() + "/health",
            "--rate=100/s",
            "--duration=2s",
            "--slo=error_rate < 50%",
            "--statistics=point", // whatever else this machine does
            "--quiet",
            "--out=" + folder.resolve("run")));
  }

  @ParameterizedTest
  @CsvSource({
    "--prometheus=x, '--prometheus: expected PORT or HOST:PORT with a port of 0 to 65535, was ''x'''",
    "--prometheus=65536, '--prometheus: expected PORT or HOST:PORT with a port of 0 to 65535, was ''65536'''",
    "--prometheus=::1:80, '--prometheus: expected PORT or HOST:PORT with a port of 0 to 65535, was ''::1:80'''",
    "--prometheus=nobody.invalid:0, '--prometheus: no address is known of nobody.invalid'",
    "--prometheus-linger=5s, --prometheus-linger needs --prometheus",
    "--pushgateway-job=a, --pushgateway-job needs --pushgateway",
    "--pushgateway=//me:pw@push, '--pushgateway: expected a URL such as http://127.0.0.1:9091, was ''//***@push'''",
  })
  void mistakesAreTold(String option, String sentence) {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Invocation ended = hit(shop, option);

      assertEquals(2, ended.code(), ended.out());
      assertEquals("sluice: " + sentence + "\n", ended.err());
      assertFalse(folder.resolve("run").toFile().exists(), "it left a folder");
    }
  }

  @Test
  void aPortThatIsTakenCostsNoRun() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Invocation ended = hit(shop, "--prometheus=" + taken.getLocalPort());

      assertEquals(2, ended.code(), ended.out());
      assertTrue(
          ended
              .err()
              .startsWith("sluice: --prometheus: cannot listen on " + taken.getLocalPort() + ": "),
          ended.err());
      assertFalse(folder.resolve("run").toFile().exists(), "it left a folder");
    }
  }

  @Test
  void aSearchIsManyRuns() {
    Invocation ended = Invocation.of("capacity", "any.yaml", "--prometheus=0");

    assertEquals(2, ended.code());
    assertEquals(
        "sluice: --prometheus and --pushgateway go with run, k6 run, hit and demo: a search is many runs\n",
        ended.err());
  }

  @Test
  void whatIsSecretIsNotShown() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      String scenario =
          """
          env: { BASE_URL: null, API_TOKEN: null }
          journey:
            - get: ${BASE_URL}/health?key=${API_TOKEN}
              check: [ "body contains ${API_TOKEN}" ]
          profiles: { p: { users: 1, duration: 2s } }
          slo: [ "p95 < 2s" ]
          """;
      Path file = Files.writeString(folder.resolve("secret.yaml"), scenario);
      LiveInvocation run =
          LiveInvocation.of(
              "run",
              file.toString(),
              "--env=BASE_URL=" + shop.baseUri(),
              "--env=API_TOKEN=s3cr3t-4711",
              "--statistics=point",
              "--out=" + folder.resolve("run"),
              "--prometheus=0");
      String address = run.awaitOut("are at (\\S+)");
      Poll.until("requests", () -> scraped(address, "sluice_requests_total") > 0);
      String text = Scrape.of(address).text();
      assertFalse(text.contains("s3cr3t-4711"), text);
      assertTrue(text.contains("body contains ${API_TOKEN}\""), text);
      assertEquals(3, run.ended().code());
    }
  }
}
