package io.sluice.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Window;
import io.sluice.model.plan.Window.Use;
import io.sluice.scenarios.network.NetworkSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HitPlanTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final HitPlan HIT = HitPlan.of("http://example.com/a?b=${c}");

  @Test
  void defaults() {
    LoadPlan plan = plan(HIT);
    assertEquals("hit", plan.name());
    assertEquals("hit", plan.scripts().getFirst().name());
    assertEquals(
        new ArrivalModel.ConstantUsers(10, Duration.ofSeconds(30)),
        plan.phases().getFirst().arrivals());
    assertEquals(
        List.of(new Window("main", Duration.ZERO, Duration.ofSeconds(30), Use.MEASURED)),
        plan.phases().getFirst().windows());
    assertEquals(List.of(), plan.objectives());
    RequestSpec setup = plan.requests().get(0);
    RequestSpec hit = plan.requests().get(1);
    assertEquals("hit setup", setup.name());
    assertEquals(StatusSet.ANY, setup.accepted());
    assertEquals("hit", hit.name());
    assertEquals(StatusSet.SUCCESS, hit.accepted());
    assertEquals("GET", hit.method());
    assertEquals("/a?b=$%7Bc%7D", hit.path().display());
    assertEquals(Duration.ofSeconds(10), hit.timeout());
  }

  @Test
  void openLoadWithWarmup() {
    LoadPlan plan =
        plan(
            HIT.withLoad(HitPlan.Rate.of(200))
                .withTimes(Duration.ofSeconds(5), Duration.ofSeconds(20))
                .withRequest("", List.of("Accept: text/html", "X-A:b"), "body ${x}")
                .withObjectives(List.of("p95 < 200ms")));
    assertEquals(
        new ArrivalModel.ConstantRate(200, Duration.ofSeconds(25), Spacing.POISSON, 1_000),
        plan.phases().getFirst().arrivals());
    assertEquals(
        List.of(
            new Window("warmup", Duration.ZERO, Duration.ofSeconds(5), Use.OBSERVED),
            new Window("main", Duration.ofSeconds(5), Duration.ofSeconds(25), Use.MEASURED)),
        plan.phases().getFirst().windows());
    RequestSpec hit = plan.requests().get(1);
    assertEquals("POST", hit.method());
    assertEquals("body ${x}", hit.body().display());
    assertEquals(
        List.of("Accept: text/html", "X-A: b"),
        hit.headers().stream().map(h -> h.name() + ": " + h.value().display()).toList());
    assertEquals("[p95 < 200ms]", plan.objectives().toString());
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        arguments(
            HitPlan.of("example.com"),
            "expected an absolute URL such as https://example.com/path, was 'example.com'"),
        arguments(
            HitPlan.of(""), "expected an absolute URL such as https://example.com/path, was ''"),
        arguments(HIT.withLoad(new HitPlan.Users(0)), "users must be > 0, was 0"),
        arguments(HIT.withLoad(HitPlan.Rate.of(0)), "rate must be > 0, was 0.0/s"),
        arguments(
            HIT.withLoad(new HitPlan.Rate(1, Spacing.UNIFORM, 0)), "max users must be > 0, was 0"),
        arguments(
            HIT.withTimes(Duration.ZERO, Duration.ZERO),
            "duration and timeout must be > 0 and warm-up >= 0, were 0ns, 10s and 0ns"),
        arguments(
            HIT.withTimes(SECOND.negated(), SECOND),
            "duration and timeout must be > 0 and warm-up >= 0, were 1s, 10s and -1s"),
        arguments(
            HIT.withTimeout(Duration.ZERO),
            "duration and timeout must be > 0 and warm-up >= 0, were 30s, 0ns and 0ns"),
        arguments(
            HIT.withRequest("", List.of("Accept"), ""),
            "expected a header such as 'Accept: text/html', was 'Accept'"),
        arguments(
            HIT.withRequest("", List.of("Host: x"), ""),
            "the header 'Host' follows from the request"),
        arguments(
            HIT.withRequest("", List.of("A: x\ry"), ""),
            "the header 'A' must not hold a line break or control character"),
        arguments(
            HIT.withRequest("GE T", List.of(), ""),
            "method must be upper case letters, was 'GE T'"),
        arguments(
            HIT.withObjectives(List.of("p95{request:hti} < 1s")),
            "no request matches 'p95{request:hti} < 1s': request is one of hit; did you"
                + " mean 'hit'?"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("bad")
  void mistakes(HitPlan hit, String message) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> plan(hit)).getMessage());
  }

  private static LoadPlan plan(HitPlan hit) {
    return hit.plan(1, NetworkSettings.NONE);
  }
}
