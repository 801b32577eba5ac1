package io.sluice.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.model.run.Outcome;
import java.time.Duration;
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
        row("max < 5s", new Measure.ResponseMax(), Map.of(), Comparison.LT, 5e9),
        row("max(t) <= 5s", new Measure.TrendMax("t"), Map.of(), Comparison.LE, 5e9),
        row("apdex(500ms) > 0.9", apdex(500), Map.of(), Comparison.GT, 0.9),
        row("apdex( 2s ) >= 1", apdex(2000), Map.of(), Comparison.GE, 1),
        row(
            "share(timeout) < 1%",
            new Measure.OutcomeShare(Outcome.TIMEOUT), Map.of(), Comparison.LT, 0.01),
        row(
            "share(5xx) <= 0.1%",
            new Measure.StatusShare(StatusSet.parse("5xx")), Map.of(), Comparison.LE, 0.001),
        row(
            "share(429,503){request:pay} < 1%",
            new Measure.StatusShare(StatusSet.parse("429,503")),
            Map.of("request", "pay"),
            Comparison.LT,
            0.01),
        row(
            "checks(has token) > 99%",
            new Measure.NamedCheckRate("has token"), Map.of(), Comparison.GT, 0.99),
        row(
            "bytes_received > 10MB/s",
            new Measure.ByteRate(Measure.Direction.RECEIVED),
            Map.of(),
            Comparison.GT,
            10 * 1024 * 1024),
        row(
            "bytes_sent >= 60KB/min",
            new Measure.ByteRate(Measure.Direction.SENT),
            Map.of(),
            Comparison.GE,
            1024),
        row(
            "availability_by_time(5%) >= 99.5%",
            new Measure.TimeAvailability(0.05), Map.of(), Comparison.GE, 0.995),
        row(
            "burn_rate(99.9%) < 14.4",
            new Measure.BurnRate(0.999, Duration.ZERO), Map.of(), Comparison.LT, 14.4),
        row(
            "burn_rate( 99.9% , 1h ) < 14.4",
            new Measure.BurnRate(0.999, Duration.ofHours(1)), Map.of(), Comparison.LT, 14.4),
        row(
            "error_budget(99.9%, 30d) < 10%",
            new Measure.ErrorBudget(0.999, Duration.ofDays(30)), Map.of(), Comparison.LT, 0.1),
        row("offered >= 99%", new Measure.OfferedLoad(), Map.of(), Comparison.GE, 0.99),
        row(
            "count(orders) > 1000",
            new Measure.CounterTotal("orders"),
            Map.of(),
            Comparison.GT,
            1e3),
        row("count(refused) <= 0", new Measure.CounterTotal("refused"), Map.of(), Comparison.LE, 0),
        row("throughput(o) > 60/min", new Measure.CounterRate("o"), Map.of(), Comparison.GT, 1),
        row("value(queue) < 12.5", new Measure.GaugeValue("queue"), Map.of(), Comparison.LT, 12.5),
        row("rate( r ) < 20%", new Measure.RateShare("r"), Map.of(), Comparison.LT, 0.2),
        row("rate(r) >= 20%", new Measure.RateShare("r"), Map.of(), Comparison.GE, 0.2));
  }

  private static Measure apdex(int millis) {
    return new Measure.Apdex(Duration.ofMillis(millis));
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
        "apdex > 0.9  | expected apdex(500ms), was 'apdex > 0.9'",
        "apdex(0s) > 0.9 | an apdex target must be > 0, was 0ns in 'apdex(0s) > 0.9'",
        "apdex(fast) > 0.9 | expected a duration such as 500ms, 30s or 1h30m, was 'fast' in"
            + " 'apdex(fast) > 0.9'",
        "apdex(1s) < 0.9 | expected > or >= in 'apdex(1s) < 0.9', was <",
        "apdex(1s) > 90% | expected a number such as 0.9 or 14.4, was '90%' in 'apdex(1s) > 90%'",
        "share() < 1% | expected share(timeout) or share(5xx), was 'share() < 1%'",
        "share(timout) < 1% | expected a status such as 503 or 5xx, or one of ok, http_error,"
            + " throttled, check_failed, timeout, connect_failed, tls_failed, dns_failed, reset,"
            + " protocol_error, no_connection, was 'timout'; did you mean 'timeout'? in"
            + " 'share(timout) < 1%'",
        "share(5xx) > 1% | expected < or <= in 'share(5xx) > 1%', was >",
        "bytes_sent > 10MB | expected bytes per time such as 10MB/s, was '10MB' in 'bytes_sent >"
            + " 10MB'",
        "availability_by_time(0%) > 99% | an error rate must lie between 0% and 100%, was 0% in"
            + " 'availability_by_time(0%) > 99%'",
        "burn_rate(100%) < 1 | an availability target must lie between 0% and 100%, was 100% in"
            + " 'burn_rate(100%) < 1'",
        "'burn_rate(99%, 1h, 5m) < 1' | expected burn_rate(99.9%) or burn_rate(99.9%, 1h), was"
            + " '99%, 1h, 5m' in 'burn_rate(99%, 1h, 5m) < 1'",
        "error_budget(99.9%) < 10% | expected error_budget(99.9%, 30d), was '99.9%' in"
            + " 'error_budget(99.9%) < 10%'",
        "'error_budget(99.9%, 0) < 10%' | a period must be > 0, was 0ns in 'error_budget(99.9%, 0)"
            + " < 10%'",
        "count < 5    | expected count(orders), was 'count < 5'",
        "count(o) < -5 | expected a number such as 0.9 or 14.4, was '-5' in 'count(o) < -5'",
        "p95{last:soon} < 1s | expected a duration such as 500ms, 30s or 1h30m, was 'soon' in"
            + " 'p95{last:soon} < 1s'",
        "p95{last:0} < 1s | a span must be > 0, was 0ns in 'p95{last:0} < 1s'",
        "'p95{last:1m,worst:1m} < 1s' | expected one of 'last' and 'worst', not two, in"
            + " 'p95{last:1m,worst:1m} < 1s'",
        "p95 < baseline * 2 | expected 'baseline' or one with a margin such as 'baseline + 5%', was"
            + " 'baseline * 2' in 'p95 < baseline * 2'",
        "p95 < baseline + 5 | expected a duration such as 500ms, 30s or 1h30m, was '5' in 'p95 <"
            + " baseline + 5'",
        "p95 < baseline + 500% | expected a share of 0% to 100% such as 5% or 0.05, was '500%' in"
            + " 'p95 < baseline + 500%'",
        "'p95 < 2s, wran' | expected 'warn' or 'min 500' after the threshold, was 'wran' in 'p95 <"
            + " 2s, wran'",
        "'p95 < 2s, min many' | expected 'warn' or 'min 500' after the threshold, was 'min many' in"
            + " 'p95 < 2s, min many'",
        "'p95 < 2s,'  | expected 'warn' or 'min 500' after the threshold, was '' in 'p95 < 2s,'",
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
