package io.sluice.k6.metrics.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.Builtins;
import io.sluice.k6.metrics.Contains;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.metrics.MetricStore;
import io.sluice.k6.metrics.MetricTotals;
import io.sluice.k6.metrics.MetricType;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.options.ThresholdOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {
  private static final long SECOND = 1_000_000_000L;

  private final MetricRegistry registry = new MetricRegistry();
  private final MetricStore store = new MetricStore(() -> 0);
  private final MetricTotals totals = new MetricTotals();

  private Thresholds thresholds(String... keysAndSources) throws K6Exception {
    Map<String, List<ThresholdOption>> options = new LinkedHashMap<>();
    for (int i = 0; i < keysAndSources.length; i += 2) {
      options.put(keysAndSources[i], List.of(new ThresholdOption(keysAndSources[i + 1], false, 0)));
    }
    return Thresholds.of(options, registry);
  }

  private ThresholdReport atEnd(String... keysAndSources) throws K6Exception {
    ThresholdWatch watch = new ThresholdWatch(thresholds(keysAndSources));
    store.drainTo(totals);
    return watch.evaluate(totals, 10 * SECOND, true);
  }

  @ParameterizedTest
  @CsvSource({
    "p(95)<200, p, 95, <, 200",
    " p(99.9) <= 2.5 , p, 99.9, <=, 2.5",
    "avg>=1, avg, 0, >=, 1",
    "rate===0.5, rate, 0, ===, 0.5",
    "count == 1e3, count, 0, ==, 1000",
    "value!=-3, value, 0, !=, -3",
    "med>.5, med, 0, >, 0.5",
    "p(0)<1, p, 0, <, 1",
    "p(100)<1, p, 100, <, 1",
  })
  void readsExpressions(
      String source, String method, double percentile, String operator, double limit) {
    ThresholdExpression expression = ThresholdExpression.parse(source);

    assertEquals(method, expression.method());
    assertEquals(percentile, expression.aggregation().percentile());
    assertEquals(operator, expression.operator().text());
    assertEquals(limit, expression.limit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p(95)|failed parsing threshold expression \"p(95)\"; reason: malformed threshold"
            + " expression; expected one such as 'p(95)<200', 'rate<0.05' or 'count>=100'",
        "p(95)<|failed parsing threshold expression \"p(95)<\"; reason: malformed threshold"
            + " expression; expected one such as 'p(95)<200', 'rate<0.05' or 'count>=100'",
        "p(101)<1|failed parsing threshold expression's \"p(101)<1\" left hand side; reason:"
            + " malformed percentile value, provide a number between 0 and 100",
        "p(x)<1|failed parsing threshold expression's \"p(x)<1\" left hand side; reason: malformed"
            + " percentile value, provide a number between 0 and 100",
        "agv<1|failed parsing threshold expression's \"agv<1\" left hand side; reason: failed"
            + " parsing method from expression; did you mean 'avg'?",
        "avg<2s|failed parsing threshold expression's \"avg<2s\" right hand side; reason: expected"
            + " a number, was '2s'",
        "avg=<2|failed parsing threshold expression's \"avg=<2\" left hand side; reason: failed"
            + " parsing method from expression; did you mean 'avg'?",
      })
  void refusesExpressions(String source, String sentence) {
    assertEquals(
        sentence,
        assertThrows(IllegalArgumentException.class, () -> ThresholdExpression.parse(source))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "http_reqs, avg<1, avg, counter, 'count, rate'",
    "vus, rate<1, rate, gauge, value",
    "checks, count>1, count, rate, rate",
    "http_req_duration, rate<1, rate, trend, 'avg, min, max, med, p'",
  })
  void refusesWhatATypeDoesNotHave(
      String metric, String source, String method, String type, String legal) {
    K6Exception e = assertThrows(K6Exception.class, () -> thresholds(metric, source));

    assertEquals(ExitCode.INVALID_CONFIG, e.code());
    assertEquals(
        "invalid threshold \"%s\" applied on metric %s; reason: unsupported aggregation method %s on"
                .formatted(source, metric, method)
            + " metric of type %s. supported aggregation methods for this metric are: %s"
                .formatted(type, legal),
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http_req_durations|invalid threshold defined on http_req_durations; reason: no metric name"
            + " \"http_req_durations\" found; did you mean 'http_req_duration'?",
        "http_reqs{a:b|invalid metric 'http_reqs{a:b' in threshold definitions: missing ending"
            + " bracket, sub-metric format needs to be 'metric{key:value}'",
        "http_reqs{}|invalid metric 'http_reqs{}' in threshold definitions: submetric criteria for"
            + " metric 'http_reqs' cannot be empty",
      })
  void refusesMetrics(String key, String sentence) {
    assertEquals(
        sentence, assertThrows(K6Exception.class, () -> thresholds(key, "count>1")).getMessage());
  }

  @Test
  void judgesAtTheEnd() throws K6Exception {
    Metric duration = registry.builtin(Builtins.HTTP_REQ_DURATION);
    Metric requests = registry.builtin(Builtins.HTTP_REQS);
    Metric own = registry.metric("errors", MetricType.RATE, Contains.DEFAULT);
    Thresholds made = thresholds("http_req_duration{kind:auth}", "max<150");
    TagSet auth = TagSet.root().with("kind", "auth");
    store.add(duration, 100, TagSet.EMPTY);
    store.add(duration, 200, auth);
    store.add(requests, 25, auth);
    store.add(own, 1, auth);

    ThresholdReport report =
        atEnd(
            "http_req_duration{kind:auth}", "max<150",
            "http_req_duration", "p(50)==150",
            "http_reqs", "rate>=2.5",
            "errors", "rate<0.5");

    assertEquals(
        List.of(false, true, true, false),
        report.results().stream().map(ThresholdResult::ok).toList());
    assertEquals(List.of("errors", "http_req_duration{kind:auth}"), report.crossed());
    assertEquals(
        "thresholds on metrics 'errors, http_req_duration{kind:auth}' have been crossed",
        report.sentence());
    assertFalse(report.abort());
    assertEquals(1, made.list().size());
  }

  @Test
  void hasK6sRulesForNothing() throws K6Exception {
    registry.metric("own_rate", MetricType.RATE, Contains.DEFAULT);
    ThresholdReport report =
        atEnd(
            "own_rate", "rate>0.99",
            "http_req_duration", "p(95)<1",
            "iteration_duration", "p(95)>1",
            "http_reqs", "count>0",
            "vus", "value==0");

    assertEquals(
        List.of(true, true, false, false, true),
        report.results().stream().map(ThresholdResult::ok).toList());
  }

  @Test
  void passesOverNothingWhileTheRunGoesOn() throws K6Exception {
    ThresholdWatch watch = new ThresholdWatch(thresholds("http_reqs", "count>0"));

    assertTrue(watch.evaluate(totals, SECOND, false).crossed().isEmpty());
    assertEquals(List.of("http_reqs"), watch.evaluate(totals, SECOND, true).crossed());
  }

  @Test
  void abortsAfterItsDelay() throws K6Exception {
    Map<String, List<ThresholdOption>> options =
        Map.of(
            "http_reqs",
            List.of(
                new ThresholdOption("count<1", true, 10 * SECOND),
                new ThresholdOption("count<2", false, 0)));
    ThresholdWatch watch = new ThresholdWatch(Thresholds.of(options, registry));
    store.add(registry.builtin(Builtins.HTTP_REQS), 5, TagSet.EMPTY);
    store.drainTo(totals);

    assertFalse(watch.evaluate(totals, 10 * SECOND, false).abort());
    ThresholdReport report = watch.evaluate(totals, 10 * SECOND + 1, false);
    assertTrue(report.abort());
    assertEquals(
        "thresholds on metrics 'http_reqs' were crossed; at least one has abortOnFail enabled,"
            + " stopping test prematurely",
        report.sentence());
  }

  @Test
  void abortsAtOnceWithoutADelay() throws K6Exception {
    Map<String, List<ThresholdOption>> options =
        Map.of("http_reqs", List.of(new ThresholdOption("count<1", true, 0)));
    ThresholdWatch watch = new ThresholdWatch(Thresholds.of(options, registry));

    assertFalse(watch.evaluate(totals, SECOND, false).abort());
    store.add(registry.builtin(Builtins.HTTP_REQS), 5, TagSet.EMPTY);
    store.drainTo(totals);
    assertTrue(watch.evaluate(totals, 2 * SECOND, false).abort());
    assertTrue(watch.evaluate(totals, 3 * SECOND, true).abort());
  }
}
