package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.scenarios.json.PlanJson;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.truth.EndpointStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job: replay the journey, judge it, keep the evidence. */
final class JourneyEndToEndTest {
  private static final Set<String> FILES =
      Set.of(
          "plan.json",
          "run.log",
          "summary.json",
          "verdict.json",
          "junit.xml",
          "report.html",
          "summary.md",
          "badge.json");

  private static final Map<String, String> ENDPOINTS =
      Map.ofEntries(
          Map.entry("health", "GET /health"),
          Map.entry("login", "POST /auth/login"),
          Map.entry("homepage", "GET /"),
          Map.entry("search products", "GET /products/search"),
          Map.entry("view product", "GET /products/{id}"),
          Map.entry("add to cart", "POST /cart/add"),
          Map.entry("view cart", "GET /cart"),
          Map.entry("update cart", "PUT /cart/update"),
          Map.entry("start checkout", "POST /checkout/start"),
          Map.entry("set shipping address", "POST /checkout/shipping"),
          Map.entry("set payment method", "POST /checkout/payment-method"),
          Map.entry("complete checkout", "POST /checkout/complete"),
          Map.entry("list orders", "GET /orders"),
          Map.entry("update profile", "PUT /user/profile"));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"storefront, 1", "storefront, 2", "api, 1", "api, 2"})
  void figuresAgreeWithTheShopToTheLastRequest(String scenario, String loops) throws Exception {
    StorefrontOptions flawed =
        StorefrontOptions.defaults()
            .withErrorRate("checkout=10%")
            .withErrorRate("orders=5%")
            .withErrorRate("auth=5%");
    try (Storefront shop = Storefront.start(flawed)) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      Invocation ended = journey(scenario, shop, run, "--loops", loops);

      assertEquals(FILES, run.files(), ended::err);
      assertEquals(run.verdict().path("exit_code").asInt(), ended.code());
      assertEquals(shop.truth().snapshot().counts(), seen(run.summary().path("whole_run_by_name")));
      assertEquals(0, shop.truth().snapshot().abandoned());
      assertTrue(run.statuses("list orders").keySet().containsAll(Set.of(200, 500)));
    }
  }

  /** The answers by the shop's names, with the one of the set-up, which is in no figure. */
  private static Map<EndpointStatus, Long> seen(JsonNode byName) {
    Map<EndpointStatus, Long> seen = new HashMap<>();
    byName
        .properties()
        .forEach(
            request ->
                request
                    .getValue()
                    .path("status")
                    .properties()
                    .forEach(
                        status ->
                            seen.merge(
                                new EndpointStatus(
                                    ENDPOINTS.getOrDefault(request.getKey(), request.getKey()),
                                    Integer.parseInt(status.getKey())),
                                status.getValue().asLong(),
                                Long::sum)));
    assertFalse(seen.containsKey(new EndpointStatus("GET /health", 200)), "set-up was measured");
    seen.put(new EndpointStatus("GET /health", 200), 1L);
    return seen;
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void everyStartedRequestHasOneOutcome(String loops) throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      journey("storefront", shop, run, "--loops", loops);

      JsonNode summary = run.summary();
      assertBalanced("whole run", summary.path("whole_run"));
      summary
          .path("whole_run_by_name")
          .properties()
          .forEach(e -> assertBalanced(e.getKey(), e.getValue()));
      assertTrue(summary.at("/whole_run/requests/started").asLong() > 0);
      assertTrue(
          summary.at("/whole_run/requests/started").asLong()
              > summary.at("/total/requests/finished").asLong(),
          "the warm-up is in the measured figures");
    }
  }

  private static void assertBalanced(String name, JsonNode figures) {
    long outcomes = StoredRun.outcomes(figures).values().stream().mapToLong(Long::longValue).sum();
    assertEquals(figures.at("/requests/started").asLong(), outcomes, name);
  }

  @Test
  void aGoodShopPasses() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      Invocation ended = journey("storefront", shop, run, "--slo", "error_rate < 5%");

      assertEquals(0, ended.code(), ended.out() + ended.err());
      assertEquals("", ended.err());
      assertEquals("PASS", run.verdict().path("verdict").asText());
      assertAll(
          () -> assertTrue(ended.out().contains("✔ PASS"), ended.out()),
          () -> assertTrue(ended.out().contains("complete checkout"), ended.out()),
          () ->
              assertTrue(
                  ended.out().contains("report: " + run.folder().resolve("report.html")),
                  ended.out()));
    }
  }

  @Test
  void aStoredRunIsJudgedAndReportedAgain() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun run = new StoredRun(folder.resolve("run"));
      Invocation ended = journey("storefront", shop, run);
      JsonNode verdict = run.verdict();
      JsonNode summary = run.summary();
      Path page = run.folder().resolve("report.html");
      String firstPage = Files.readString(page);

      Invocation again = Invocation.of("gate", run.folder().toString());
      assertEquals(ended.code(), again.code());
      assertEquals(verdict, run.verdict());
      assertEquals(summary, run.summary());

      Invocation stricter = Invocation.of("gate", run.folder().toString(), "--slo", "p95 < 1us");
      assertEquals(3, stricter.code(), stricter.out());
      assertEquals("FAIL", run.status("p95 < 1us"));

      Files.delete(page);
      Invocation report = Invocation.of("report", run.folder().toString());
      assertEquals(0, report.code());
      assertEquals(firstPage, Files.readString(page));
      assertEquals(verdict, run.verdict());
    }
  }

  @Test
  void theStoredPlanIsThePlanThatWasRun() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun run = new StoredRun(folder.resolve("run"));

      journey("storefront", shop, run, "--seed", "7");

      var plan = PlanJson.read(Files.readString(run.folder().resolve("plan.json")));
      assertEquals("storefront", plan.name());
      assertEquals("quick", plan.profile());
      assertEquals(7, plan.seed());
      assertEquals(shop.baseUri().toString(), plan.targets().getFirst().toString());
      assertEquals(plan.digest(), run.summary().path("digest").asText());
    }
  }

  private Invocation journey(String scenario, Storefront shop, StoredRun run, String... more)
      throws Exception {
    Path file = ShippedScenario.copyTo(folder, scenario);
    return Invocation.of(
        Argv.of(
            more,
            "run",
            file.toString(),
            "--profile",
            "quick",
            "--env",
            "BASE_URL=" + shop.baseUri(),
            "--out",
            run.folder().toString()));
  }
}
