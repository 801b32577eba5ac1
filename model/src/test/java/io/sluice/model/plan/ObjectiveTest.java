package io.sluice.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectiveTest {
  private static final String NAMES =
      "mean, max, error_rate, availability, throughput, checks, bytes_sent, bytes_received,"
          + " offered, rate, count, value, share, apdex, availability_by_time, burn_rate,"
          + " error_budget";

  static Stream<Arguments> objectives() {
    Measure p95 = new Measure.ResponseQuantile(0.95);
    return Stream.of(
        row("p95 < 2s", p95, Map.of(), Comparison.LT, 2e9),
        row(" p95<=2s ", p95, Map.of(), Comparison.LE, 2e9),
        row("p50 < 1ms", new Measure.ResponseQuantile(0.5), Map.of(), Comparison.LT, 1e6),
        row("p99.9 < 1s", new Measure.ResponseQuantile(0.999), Map.of(), Comparison.LT, 1e9),
        row("p999 < 1s", new Measure.ResponseQuantile(0.999), Map.of(), Comparison.LT, 1e9),
        row("p9999 < 1s", new Measure.ResponseQuantile(0.9999), Map.of(), Comparison.LT, 1e9),
        row("p95{endpoint:auth} < 500ms", p95, Map.of("endpoint", "auth"), Comparison.LT, 5e8),
        row(
            "p95{ group : \"a, b\" } < 1s".replace(", ", " "),
            p95,
            Map.of("group", "a b"),
            Comparison.LT,
            1e9),
        row(
            "p95{request:login,phase:main} < 1s",
            p95,
            Map.of("request", "login", "phase", "main"),
            Comparison.LT,
            1e9),
        row("mean < 1s", new Measure.ResponseMean(), Map.of(), Comparison.LT, 1e9),
        row("error_rate < 5%", new Measure.ErrorRate(), Map.of(), Comparison.LT, 0.05),
        row("error_rate <= 0", new Measure.ErrorRate(), Map.of(), Comparison.LE, 0),
        row("availability >= 99.9%", new Measure.Availability(), Map.of(), Comparison.GE, 0.999),
        row("throughput >= 1200/min", new Measure.Throughput(), Map.of(), Comparison.GE, 20),
        row("checks > 0.95", new Measure.CheckRate(), Map.of(), Comparison.GT, 0.95),
        row(
            "p95(order_time) < 30s",
            new Measure.TrendQuantile("order_time", 0.95),
            Map.of(),
            Comparison.LT,
            3e10),
        row("mean(t) < 1s", new Measure.TrendMean("t"), Map.of(), Comparison.LT, 1e9),
        row("rate( r ) < 20%", new Measure.RateShare("r"), Map.of(), Comparison.LT, 0.2),
        row("rate(r) >= 20%", new Measure.RateShare("r"), Map.of(), Comparison.GE, 0.2));
  }

  private static Arguments row(
      String text, Measure measure, Map<String, String> names, Comparison comparison, double at) {
    return Arguments.of(text, measure, names, comparison, at);
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void reads(
      String text, Measure measure, Map<String, String> names, Comparison comparison, double at) {
    Objective objective = Objective.parse(text);

    assertEquals(measure, objective.measure());
    assertEquals(new Selection(names), objective.selection());
    assertEquals(comparison, objective.comparison());
    assertEquals(at, objective.threshold());
    assertEquals(text.strip(), objective.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 2s       | expected an objective such as 'p95 < 2s', 'error_rate < 5%' or"
            + " 'throughput >= 1000/min', was 'p95 2s'",
        "''           | expected an objective such as 'p95 < 2s', 'error_rate < 5%' or"
            + " 'throughput >= 1000/min', was ''",
        "eror_rate < 5% | unknown statistic 'eror_rate' in 'eror_rate < 5%'; expected a percentile"
            + " such as p95, or one of "
            + NAMES
            + "; did you mean 'error_rate'?",
        "latency < 1s  | unknown statistic 'latency' in 'latency < 1s'; expected a percentile such"
            + " as p95, or one of "
            + NAMES,
        "p0 < 1s      | a percentile must lie between p0 and p100, was p0",
        "p100 < 1s    | a percentile must lie between p0 and p100, was p100",
        "p95 > 2s     | expected < or <= in 'p95 > 2s', was >",
        "p95 == 2s    | expected < or <= in 'p95 == 2s', was ==",
        "throughput < 5/s | expected > or >= in 'throughput < 5/s', was <",
        "availability <= 99% | expected > or >= in 'availability <= 99%', was <=",
        "rate(r) != 5% | expected < or <= in 'rate(r) != 5%', was !=",
        "p95 < 0s     | a time must be > 0 in 'p95 < 0s'",
        "p95 < 2      | expected a duration such as 500ms, 30s or 1h30m, was '2' in 'p95 < 2'",
        "error_rate < 5s | expected a share of 0% to 100% such as 5% or 0.05, was '5s' in"
            + " 'error_rate < 5s'",
        "throughput > 5 | expected a rate such as 200/s or 1000/min, was '5' in 'throughput > 5'",
        "p95{auth} < 1s | expected a selection such as {endpoint:auth} or {request:login}, was"
            + " '{auth}' in 'p95{auth} < 1s'",
        "p95{a:} < 1s | expected a selection such as {endpoint:auth} or {request:login}, was '{a:}'"
            + " in 'p95{a:} < 1s'",
        "rate < 5%    | expected rate(checkout_abandoned), was 'rate < 5%'",
        "error_rate(x) < 1% | expected 'error_rate' without parentheses, was 'error_rate(x) < 1%'",
      })
  void refuses(String text, String message) {
    var e = assertThrows(IllegalArgumentException.class, () -> Objective.parse(text));
    assertEquals(message, e.getMessage());
  }

  @Test
  void writesValuesInItsUnit() {
    assertEquals("420ms", Objective.parse("p95 < 2s").format(4.2e8));
    assertEquals("0.5%", Objective.parse("error_rate < 5%").format(0.005));
    assertEquals("1,200/min", Objective.parse("throughput >= 1000/min").format(20));
    assertEquals("20/s", Objective.parse("throughput >= 10/s").format(20));
    assertEquals("1,000/min", Objective.parse("throughput >= 1000/min").thresholdText());
  }

  @ParameterizedTest
  @CsvSource({
    "<, false, true, false", "<=, false, true, true", ">, true, false, false",
    ">=, true, false, true", "==, false, false, true", "!=, true, true, false",
  })
  void compares(String symbol, boolean above, boolean below, boolean equal) {
    Comparison comparison = Comparison.of(symbol);
    assertEquals(above, comparison.holds(2, 1));
    assertEquals(below, comparison.holds(1, 2));
    assertEquals(equal, comparison.holds(1, 1));
    assertEquals(symbol, comparison.toString());
  }

  @Test
  void refusesAnUnknownComparison() {
    var e = assertThrows(IllegalArgumentException.class, () -> Comparison.of("=>"));
    assertEquals("expected one of <, <=, >, >=, ==, !=, was '=>'", e.getMessage());
  }
}
