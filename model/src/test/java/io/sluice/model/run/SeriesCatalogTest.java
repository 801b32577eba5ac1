package io.sluice.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.Plans;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Window;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesCatalogTest {
  private final SeriesCatalog catalog = SeriesCatalog.of(Plans.shop());

  @Test
  void numbersWindowsThenRequests() {
    assertEquals(3, catalog.windowCount());
    assertEquals(2, catalog.requestCount());
    assertEquals(2, catalog.checkCount());
    assertEquals(2, catalog.metricCount());
    assertEquals(6, catalog.seriesCount());
    assertEquals(0, catalog.firstWindow(0));
    assertEquals("warmup", catalog.window(0).window());
    assertFalse(catalog.window(0).measured());
    assertEquals("steady", catalog.series(2).window());
    assertTrue(catalog.series(2).measured());
    assertEquals("browse", catalog.series(2).request());
    assertEquals("pay", catalog.series(3).request());
    assertEquals("Checkout", catalog.series(3).group());
    assertEquals("drain", catalog.series(5).window());
    assertFalse(catalog.series(5).measured());
  }

  @Test
  void checksOfCodeStandInTheirGroupsAndThoseOfRequestsWithThem() {
    LoadPlan shop = Plans.shop();
    LoadPlan plan =
        shop.withNames(
            shop.targets(),
            shop.requests(),
            List.of(shop.checks().get(1), CheckSpec.ofCode("paid", "Cart / Pay")));
    SeriesCatalog of = SeriesCatalog.of(plan);

    assertEquals(of.series(3), of.check(2), "the one of 'pay' in the second window");
    assertFalse(of.checkReachable(2), "no script sends it");
    SeriesKey paid = of.check(3);
    assertEquals("steady Cart / Pay ", paid.window() + " " + paid.group() + " " + paid.request());
    assertTrue(of.checkReachable(3));
    assertEquals("", of.problemWith(Objective.parse("checks{group:Cart} > 90%")));
    assertEquals("", of.problemWith(Objective.parse("checks(paid){group:Cart} > 90%")));
    assertTrue(
        of.problemWith(Objective.parse("p95{group:Cart} < 1s")).startsWith("no request matches"));
  }

  @Test
  void measuredWindowsThatTouchAreOneStretch() {
    Duration ten = Duration.ofSeconds(10);
    Duration twenty = Duration.ofSeconds(20);
    Phase phase =
        new Phase(
            "main",
            0,
            new ArrivalModel.ConstantUsers(5, Duration.ofSeconds(50)),
            List.of(
                new Window("a", Duration.ZERO, ten, Window.Use.MEASURED),
                new Window("b", ten, twenty, Window.Use.OBSERVED),
                new Window("c", twenty, Duration.ofSeconds(35), Window.Use.MEASURED),
                new Window(
                    "d", Duration.ofSeconds(35), Duration.ofSeconds(50), Window.Use.MEASURED)),
            Duration.ZERO,
            Duration.ZERO);
    SeriesCatalog several = SeriesCatalog.of(Plans.shop().withPhases(List.of(phase)));

    assertEquals("", several.problemWith(Objective.parse("p95{worst:30s} < 1s")));
    assertEquals(
        "'p95{worst:31s} < 1s' can never be judged: the longest stretch that it looks at has 30s,"
            + " not 31s",
        several.problemWith(Objective.parse("p95{worst:31s} < 1s")));
  }

  @Test
  void whatIsNotMeasuredMustBeNamed() {
    Duration length = Duration.ofSeconds(5);
    Phase phase =
        new Phase(
            "main",
            0,
            new ArrivalModel.ConstantUsers(5, length),
            List.of(new Window("ramp", Duration.ZERO, length, Window.Use.OBSERVED)),
            Duration.ZERO,
            Duration.ZERO);

    assertEquals(
        "no request matches 'p95{phase:main} < 1s': it is in no measured window; name one, such as"
            + " {window:ramp}",
        SeriesCatalog.of(Plans.shop().withPhases(List.of(phase)))
            .problemWith(Objective.parse("p95{phase:main} < 1s")));
  }

  @Test
  void knowsWhatIsNeverSent() {
    assertTrue(catalog.reachable(2));
    assertFalse(catalog.reachable(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 < 1s | ''",
        "p95{endpoint:products} < 1s | ''",
        "p95{window:warmup} < 1s | ''",
        "p95{endpoint:product} < 1s | no request matches 'p95{endpoint:product} < 1s': endpoint is"
            + " one of products; did you mean 'products'?",
        "p95{endpont:products} < 1s | no request matches 'p95{endpont:products} < 1s': no tag is"
            + " named 'endpont'; did you mean 'endpoint'?",
        "p95{endpoint:checkout} < 1s | no request matches 'p95{endpoint:checkout} < 1s': endpoint"
            + " is one of products",
        "p95(order_time) < 1s | ''",
        "p95(order_tim) < 1s | no trend is named 'order_tim' in 'p95(order_tim) < 1s'; did you mean"
            + " 'order_time'?",
        "rate(order_time) < 1% | no rate is named 'order_time' in 'rate(order_time) < 1%'",
        "rate(abandoned) < 1% | ''",
        "checks > 1% | ''",
        "checks(browse is 200) > 1% | ''",
        "checks(browse is 20) > 1% | no check is named 'browse is 20' in 'checks(browse is 20) >"
            + " 1%'; did you mean 'browse is 200'?",
        "count(orders) > 1 | no counter is named 'orders' in 'count(orders) > 1'",
        "value(order_time) > 1 | no gauge is named 'order_time' in 'value(order_time) > 1'",
        "p95{last:10m} < 1s | ''",
        "p95{lst:10s} < 1s | no request matches 'p95{lst:10s} < 1s': no tag is named 'lst'; did you"
            + " mean 'last'?",
        "p95{worst:30s} < 1s | ''",
        "p95{worst:31s} < 1s | 'p95{worst:31s} < 1s' can never be judged: the longest stretch that"
            + " it looks at has 30s, not 31s",
        "p95(order_time){worst:1m} < 1s | 'p95(order_time){worst:1m} < 1s' can never be judged: the"
            + " longest stretch that it looks at has 30s, not 1m",
        "'p95{worst:6s,window:warmup} < 1s' | 'p95{worst:6s,window:warmup} < 1s' can never be"
            + " judged: the longest stretch that it looks at has 5s, not 6s",
        "max{worst:10s} < 1s | 'max{worst:10s} < 1s' can never be judged: 'worst' does not go with"
            + " it",
        "'burn_rate(99%, 30s) < 2' | ''",
        "'burn_rate(99%, 1h) < 2' | 'burn_rate(99%, 1h) < 2' can never be judged: the longest"
            + " stretch that it looks at has 30s, not 1h",
        "'burn_rate(99%, 5s){last:9s} < 2' | 'burn_rate(99%, 5s){last:9s} < 2' can never be judged:"
            + " its window is a span already",
        "offered > 99% | ''",
        "offered{request:browse} > 99% | 'offered{request:browse} > 99%' can never be judged: load"
            + " is offered for all requests together: select nothing",
        "p95{window:stedy} < 1s | no request matches 'p95{window:stedy} < 1s': window is one of"
            + " warmup, steady, drain; did you mean 'steady'?",
        "p95{phase:man} < 1s | no request matches 'p95{phase:man} < 1s': phase is one of main; did"
            + " you mean 'main'?",
        "p95(order_time){phase:man} < 1s | no window matches 'p95(order_time){phase:man} < 1s':"
            + " phase is one of main; did you mean 'main'?",
        "p95(order_time){request:browse} < 1s | 'p95(order_time){request:browse} < 1s' can never be"
            + " judged: a metric of the scenario belongs to no request: select it by scenario,"
            + " phase or window",
      })
  void saysWhatCanNeverBeSeen(String objective, String problem) {
    assertEquals(problem, catalog.problemWith(Objective.parse(objective)));
  }
}
