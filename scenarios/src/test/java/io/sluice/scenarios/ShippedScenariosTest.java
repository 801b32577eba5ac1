package io.sluice.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.RampingUsers;
import io.sluice.model.plan.ArrivalModel.UserStage;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Window;
import io.sluice.scenarios.compile.CompiledScenario;
import io.sluice.scenarios.compile.ScenarioOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedScenariosTest {
  private static final String JOURNEY =
      """
      User Authentication Flow: POST /auth/login {endpoint=auth}
      Product Browsing: GET / {endpoint=homepage}
      Product Browsing: GET /products/search?q=${…} {endpoint=products}
      Product Browsing: GET /products/${…} {endpoint=products}
      Shopping Cart Operations: POST /cart/add {endpoint=cart}
      Shopping Cart Operations: GET /cart {endpoint=cart}
      Shopping Cart Operations: PUT /cart/update {endpoint=cart}
      Checkout Process: POST /checkout/start {endpoint=checkout}
      Checkout Process: POST /checkout/shipping {endpoint=checkout}
      Checkout Process: POST /checkout/payment-method {endpoint=checkout}
      Checkout Process: POST /checkout/complete {endpoint=checkout}
      User Account Operations: GET /orders {endpoint=orders}
      User Account Operations: PUT /user/profile {endpoint=user}\
      """;

  @ParameterizedTest
  @CsvSource({
    "storefront, demo, 240, 30s, 1",
    "storefront, smoke, 2, 1m, 1",
    "storefront, load, 2000, 34m, 7",
    "storefront, stress, 4000, 30m, 4",
    "storefront, spike, 2000, 12m 50s, 3",
    "storefront, soak, 500, 4h 5m, 1",
    "api, demo, 240, 30s, 1",
    "api, smoke, 2, 1m, 1",
    "api, load, 2000, 34m, 7",
    "api, stress, 4000, 30m, 4",
    "api, spike, 2000, 12m 50s, 3",
    "api, soak, 500, 4h 5m, 1",
  })
  void everyProfileCompiles(
      String scenario, String profile, int maxUsers, String duration, int measuredWindows) {
    CompiledScenario compiled =
        Scenarios.shipped(scenario, ScenarioOptions.NONE.withProfile(profile));
    LoadPlan plan = compiled.plan();
    ArrivalModel arrivals = plan.phases().getFirst().arrivals();
    assertEquals(List.of(), compiled.warnings());
    assertEquals(scenario, plan.name());
    assertEquals(profile, plan.profile());
    assertEquals(maxUsers, arrivals.maxUsers());
    assertEquals(duration, io.sluice.model.plan.Units.format(plan.duration()));
    assertEquals(
        measuredWindows,
        plan.phases().getFirst().windows().stream().filter(Window::measured).count());
    assertEquals(9, plan.objectives().size());
  }

  @Test
  void storefrontReplaysTheJourney() {
    assertEquals(JOURNEY, journey(storefront("")));
  }

  @Test
  void apiIsTheJourneyWithoutTheShopPage() {
    LoadPlan api = Scenarios.shipped("api", ScenarioOptions.NONE).plan();
    assertEquals(
        JOURNEY.replace("Product Browsing: GET / {endpoint=homepage}\n", ""), journey(api));
  }

  @Test
  void theLoadProfileIsTheDefaultAndAllOfItIsMeasured() {
    LoadPlan plan = storefront("");
    assertEquals("load", plan.profile());
    assertEquals(
        new RampingUsers(
            0,
            List.of(
                new UserStage(Duration.ofMinutes(2), 100),
                new UserStage(Duration.ofMinutes(5), 500),
                new UserStage(Duration.ofMinutes(10), 1000),
                new UserStage(Duration.ofMinutes(5), 1500),
                new UserStage(Duration.ofMinutes(2), 2000),
                new UserStage(Duration.ofMinutes(5), 1000),
                new UserStage(Duration.ofMinutes(5), 0))),
        plan.phases().getFirst().arrivals());
    assertEquals(
        List.of(
            "0 to 100 users",
            "100 to 500 users",
            "500 to 1000 users",
            "1000 to 1500 users",
            "1500 to 2000 users",
            "2000 to 1000 users",
            "1000 to 0 users"),
        plan.phases().getFirst().windows().stream().map(Window::name).toList());
  }

  @Test
  void objectivesAndMetrics() {
    LoadPlan plan = storefront("demo");
    assertEquals(
        List.of(
            "p95 < 2s",
            "error_rate < 5%",
            "throughput >= 1000/min",
            "p95(order_completion_time) < 30s",
            "rate(checkout_abandoned) < 20%",
            "p95{endpoint:auth} < 500ms",
            "p95{endpoint:products} < 1s",
            "p95{endpoint:cart} < 800ms",
            "p95{endpoint:checkout} < 3s"),
        plan.objectives().stream().map(Objective::expression).toList());
    assertEquals(
        List.of(
            new MetricSpec("order_completion_time", MetricSpec.Kind.TREND),
            new MetricSpec("checkout_abandoned", MetricSpec.Kind.RATE)),
        plan.metrics());
  }

  @Test
  void thinkTimeEndsAnIteration() {
    List<Op> ops = storefront("demo").scripts().getFirst().ops();
    assertEquals(
        new Op.Pause(Duration.ofSeconds(1), Duration.ofSeconds(5)), ops.get(ops.size() - 2));
  }

  @Test
  void theWebMayStandElsewhere() {
    ScenarioOptions elsewhere =
        ScenarioOptions.NONE.withEnv(
            Map.of("BASE_URL", "https://api.example.com", "WEB_URL", "https://example.com/"));
    assertEquals(
        List.of(
            new Target("https", "api.example.com", 443), new Target("https", "example.com", 443)),
        Scenarios.shipped("storefront", elsewhere).plan().targets());
    assertEquals(1, storefront("").targets().size());
  }

  @Test
  void otherNamesAreRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> Scenarios.shipped("shop", ScenarioOptions.NONE));
    assertEquals("expected one of storefront, api, was 'shop'", refused.getMessage());
    assertTrue(Scenarios.SHIPPED.contains("api"));
  }

  private static LoadPlan storefront(String profile) {
    return Scenarios.shipped("storefront", ScenarioOptions.NONE.withProfile(profile)).plan();
  }

  private static String journey(LoadPlan plan) {
    return String.join(
        "\n", plan.requests().stream().skip(1).map(ShippedScenariosTest::line).toList());
  }

  private static String line(RequestSpec request) {
    return "%s: %s %s %s"
        .formatted(request.group(), request.method(), request.path().display(), request.tags());
  }
}
