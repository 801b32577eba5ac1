package io.sluice.storefront.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.storefront.endpoint.EndpointGroup;
import io.sluice.storefront.endpoint.EndpointScope;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text forms of the command line. */
final class RuleTextTest {
  @Test
  void latencies() {
    assertEquals(
        new LatencyRule(EndpointScope.all(), new Latency.Fixed(Duration.ofMillis(20))),
        LatencyRule.parse("fixed:20ms"));
    assertEquals(
        new LatencyRule(
            EndpointScope.of(EndpointGroup.CHECKOUT), new Latency.Fixed(Duration.ofSeconds(3))),
        LatencyRule.parse("checkout=fixed:3s"));
    assertEquals(
        new LatencyRule(
            new EndpointScope.PathPrefix("/auth/login"),
            new Latency.Uniform(Duration.ofMillis(1), Duration.ofMillis(5))),
        LatencyRule.parse("/auth/login=uniform:1ms..5ms"));
    assertEquals(
        new LatencyRule(
            EndpointScope.all(), new Latency.LogNormal(Duration.ofNanos(1_500_000), 0.25)),
        LatencyRule.parse("lognormal:1.5ms,0.25"));
    assertEquals(
        new LatencyRule(EndpointScope.of(EndpointGroup.HEALTH), Latency.none()),
        LatencyRule.parse("health=none"));
  }

  @ParameterizedTest
  @CsvSource({"20ns, 20", "7us, 7000", "0.5ms, 500000", "1s, 1000000000", "2m, 120000000000"})
  void durations(String text, long nanos) {
    assertEquals(nanos, DurationText.parse(text).toNanos());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          20ms            | latency must be fixed:20ms, uniform:10ms..50ms, exponential:20ms, lognormal:20ms,0.5, pareto:5ms,2.5, bimodal:5ms,80ms,5%, ar1:20ms,0.5,0.9 or none, was '20ms'
          gauss:20ms      | latency must be fixed:20ms, uniform:10ms..50ms, exponential:20ms, lognormal:20ms,0.5, pareto:5ms,2.5, bimodal:5ms,80ms,5%, ar1:20ms,0.5,0.9 or none, was 'gauss:20ms'
          ``              | latency must be fixed:20ms, uniform:10ms..50ms, exponential:20ms, lognormal:20ms,0.5, pareto:5ms,2.5, bimodal:5ms,80ms,5%, ar1:20ms,0.5,0.9 or none, was ''
          fixed:20        | duration must be a number with a unit (ns, us, ms, s, m) such as 20ms or 1.5s, was '20'
          fixed:-1s       | duration must be a number with a unit (ns, us, ms, s, m) such as 20ms or 1.5s, was '-1s'
          fixed:2h        | duration must be a number with a unit (ns, us, ms, s, m) such as 20ms or 1.5s, was '2h'
          fixed:61m       | latency's delay must be between 0 and 1 hour, was PT1H1M
          uniform:10ms    | uniform latency must be a range such as uniform:10ms..50ms, was 'uniform:10ms'
          uniform:5ms..1ms | uniform latency must not start above its end, was PT0.005S to PT0.001S
          lognormal:20ms  | log-normal latency must be a median and a sigma such as lognormal:20ms,0.5, was 'lognormal:20ms'
          lognormal:20ms,x | log-normal latency must be a median and a sigma such as lognormal:20ms,0.5, was 'lognormal:20ms,x'
          lognormal:20ms,6 | sigma must be between 0 and 5, was 6.0
          exponential:2   | duration must be a number with a unit (ns, us, ms, s, m) such as 20ms or 1.5s, was '2'
          pareto:5ms      | Pareto latency must be a scale and a shape such as pareto:5ms,2.5, was 'pareto:5ms'
          pareto:5ms,x    | Pareto latency must be a scale and a shape such as pareto:5ms,2.5, was 'pareto:5ms,x'
          pareto:5ms,NaN  | shape must be > 0 and <= 100, was NaN
          bimodal:5ms,8ms | bimodal latency must be a fast and a slow delay and the share of slow ones such as bimodal:5ms,80ms,5%, was 'bimodal:5ms,8ms'
          bimodal:5ms,8ms,5 | share of slow ones must be a percentage from 0% to 100% such as 5%, was '5'
          ar1:20ms,0.5    | AR(1) latency must be a median, a sigma, a rho, and if need be a step and a noise such as ar1:20ms,0.5,0.9,1s,0.1, was 'ar1:20ms,0.5'
          ar1:20ms,0.5,1  | rho must be above -1 and below 1, was 1.0
          ar1:20ms,0.5,0.9,1us | step must be between 1 ms and 1 hour, was PT0.000001S
          ar1:20ms,0.5,0.9,1s,6 | noise must be between 0 and 5, was 6.0
          till=fixed:1s   | endpoint must be one of auth, homepage, products, cart, checkout, orders, user, health, assets, or a path such as /auth/login, was 'till'
          """)
  void wrongLatencies(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> LatencyRule.parse(text)).getMessage());
  }

  @Test
  void errorRates() {
    assertEquals(new ErrorRule(EndpointScope.all(), 0.05), ErrorRule.parse("5%"));
    assertEquals(
        new ErrorRule(EndpointScope.of(EndpointGroup.CHECKOUT), 0.125),
        ErrorRule.parse("checkout=12.5%"));
    assertEquals(new ErrorRule(EndpointScope.all(), 1), ErrorRule.parse("100%"));
  }

  @ParameterizedTest
  @CsvSource({"5", "-5%", "101%", "''", "cart=", "five%", "5%%"})
  void wrongErrorRates(String text) {
    assertEquals(
        "error rate must be a percentage from 0% to 100% such as 5%, was '"
            + text.substring(text.indexOf('=') + 1)
            + "'",
        assertThrows(IllegalArgumentException.class, () -> ErrorRule.parse(text)).getMessage());
  }

  @Test
  void resetRates() {
    assertEquals(
        new ResetRule(EndpointScope.of(EndpointGroup.CART), 0.02), ResetRule.parse("cart=2%"));
    assertEquals(
        "reset rate must be a percentage from 0% to 100% such as 5%, was '2'",
        assertThrows(IllegalArgumentException.class, () -> ResetRule.parse("cart=2")).getMessage());
    assertEquals(
        "reset rate must be between 0 and 1, was 1.1",
        assertThrows(IllegalArgumentException.class, () -> new ResetRule(EndpointScope.all(), 1.1))
            .getMessage());
  }
}
