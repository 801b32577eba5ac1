package io.sluice.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.Plans;
import io.sluice.model.plan.Objective;
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
      })
  void saysWhatCanNeverBeSeen(String objective, String problem) {
    assertEquals(problem, catalog.problemWith(Objective.parse(objective)));
  }
}
