package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.FakeRun.PAY;
import static io.sluice.gate.FakeRun.STEADY;
import static io.sluice.gate.Status.FAIL;
import static io.sluice.gate.Status.INCONCLUSIVE;
import static io.sluice.gate.Status.PASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RunEnd.Reason;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every statistic beside response times, error rates and throughput. */
class MoreMeasuresTest {
  private static Arguments row(
      String objective, Status expected, Consumer<FakeRun.Second> everySecond) {
    return Arguments.of(objective, expected, everySecond);
  }

  /** 30 seconds alike. */
  static Stream<Arguments> everyMeasure() {
    return Stream.of(
        row("max < 2s", PASS, s -> s.ok(BROWSE, 10, 1900)),
        row("max < 2s", FAIL, s -> s.ok(BROWSE, 10, 2100)),
        row("max < 2s", FAIL, s -> s.ok(BROWSE, 10, 100).failed(BROWSE, 1)),
        row("max(order_time) < 6s", PASS, s -> s.orders(2, 5000)),
        row("max(order_time) < 4s", FAIL, s -> s.orders(2, 5000)),
        row("apdex(500ms) > 0.9", PASS, s -> s.ok(BROWSE, 95, 400).ok(BROWSE, 5, 1900)),
        row("apdex(500ms) > 0.9", FAIL, s -> s.ok(BROWSE, 50, 400).ok(BROWSE, 50, 1900)),
        row("apdex(500ms) > 0.9", FAIL, s -> s.ok(BROWSE, 80, 400).failed(BROWSE, 20)),
        row("apdex(500ms) > 0.9", INCONCLUSIVE, s -> s.ok(BROWSE, 80, 400).ok(BROWSE, 20, 1900)),
        row("apdex(500ms) > 0.9", INCONCLUSIVE, s -> s.ok(BROWSE, 1, 400)),
        row("share(timeout) < 5%", PASS, s -> s.ok(BROWSE, 96, 1).failed(BROWSE, 4)),
        row("share(http_error) < 5%", FAIL, s -> s.ok(BROWSE, 92, 1).failed(BROWSE, 8)),
        row("share(http_error) < 5%", INCONCLUSIVE, s -> s.ok(BROWSE, 95, 1).failed(BROWSE, 5)),
        row("share(2xx) <= 5%", FAIL, s -> s.ok(BROWSE, 10, 1)),
        row("share(500-599) <= 5%", PASS, s -> s.ok(BROWSE, 10, 1)),
        row("share(5xx) <= 0%", INCONCLUSIVE, s -> s.ok(BROWSE, 10, 1)),
        row("checks(pay is 200) > 95%", PASS, s -> s.checks(BROWSE, 0, 9).checks(PAY, 99, 1)),
        row("checks(pay is 200) > 95%", FAIL, s -> s.checks(BROWSE, 99, 0).checks(PAY, 90, 10)),
        row("checks(pay is 200) > 95%", INCONCLUSIVE, s -> s.checks(PAY, 19, 1)),
        row("availability_by_time(5%) > 50%", PASS, s -> s.ok(BROWSE, 96, 1).failed(BROWSE, 4)),
        row("availability_by_time(5%) > 50%", FAIL, s -> s.ok(BROWSE, 95, 1).failed(BROWSE, 5)),
        row("availability_by_time(5%) > 99%", INCONCLUSIVE, s -> s.ok(BROWSE, 95, 1)),
        row("burn_rate(99%) < 2", PASS, s -> s.ok(BROWSE, 99, 1).failed(BROWSE, 1)),
        row("burn_rate(99%) < 2", FAIL, s -> s.ok(BROWSE, 96, 1).failed(BROWSE, 4)),
        row("burn_rate(99%) < 2", INCONCLUSIVE, s -> s.ok(BROWSE, 98, 1).failed(BROWSE, 2)),
        row("burn_rate(99%) < 200", PASS, s -> s.failed(BROWSE, 10)),
        row("burn_rate(90%, 20s) < 2", PASS, s -> s.ok(BROWSE, 90, 1).failed(BROWSE, 10)),
        row("burn_rate(90%, 20s) < 2", FAIL, s -> s.ok(BROWSE, 70, 1).failed(BROWSE, 30)),
        row("burn_rate(90%, 20s) < 2", INCONCLUSIVE, s -> s.ok(BROWSE, 80, 1).failed(BROWSE, 20)),
        row("error_budget(99%, 5m) < 50%", PASS, s -> s.ok(BROWSE, 99, 1).failed(BROWSE, 1)),
        row("error_budget(99%, 5m) < 50%", FAIL, s -> s.ok(BROWSE, 92, 1).failed(BROWSE, 8)),
        row("error_budget(99%, 5m) < 50%", INCONCLUSIVE, s -> s.ok(BROWSE, 19, 1).failed(PAY, 1)),
        row("offered >= 99%", PASS, s -> s.ok(BROWSE, 1, 1)),
        row("bytes_received > 1KB/s", PASS, s -> s.ok(BROWSE, 1, 1).bytes(100, 2048)),
        row("bytes_received > 1KB/s", FAIL, s -> s.ok(BROWSE, 1, 1).bytes(2048, 100)),
        row("bytes_sent > 1KB/s", PASS, s -> s.ok(BROWSE, 1, 1).bytes(2048, 100)),
        row("throughput(orders) >= 90/min", PASS, s -> s.added(2)),
        row("throughput(orders) >= 3/s", FAIL, s -> s.added(2)),
        row("throughput(orders) < 3/s", PASS, s -> s.added(2)),
        row("throughput(orders) < 2/s", FAIL, s -> s.added(2)),
        row("throughput(orders) < 2/s", PASS, s -> s.ok(BROWSE, 1, 1)),
        row("count(orders) >= 60", PASS, s -> s.added(2)),
        row("count(orders) > 60", FAIL, s -> s.added(2)),
        row("count(orders) <= 0", PASS, s -> s.ok(BROWSE, 1, 1)),
        row("count(orders) < 1", FAIL, s -> s.added(2)),
        row("value(queue) <= 7", PASS, s -> s.gauge(9).gauge(7)),
        row("value(queue) > 7", FAIL, s -> s.gauge(9).gauge(7)));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("everyMeasure")
  void judges(String objective, Status expected, Consumer<FakeRun.Second> everySecond) {
    ObjectiveResult result = new FakeRun(objective).measured(everySecond).first();

    assertEquals(expected, result.status(), result.reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max < 2s",
        "max(order_time) < 2s",
        "apdex(1s) > 0.1",
        "share(timeout) < 99%",
        "share(5xx) < 99%",
        "checks(pay is 200) > 1%",
        "availability_by_time(5%) > 1%",
        "burn_rate(99%) < 99",
        "burn_rate(99%, 10s) < 99",
        "error_budget(99%, 30d) < 99%",
        "count(orders) < 99",
        "throughput(orders) < 99/s",
        "bytes_sent > 1B/s",
        "value(queue) < 99",
        "p95{last:10s} < 1s",
        "p95{worst:10s} < 1s",
        "error_rate{worst:10s} < 99%"
      })
  void withoutDataNothingIsDecided(String objective) {
    for (Verdict.Statistics statistics : Verdict.Statistics.values()) {
      Verdict verdict = Gate.of(0.95, statistics).judge(new FakeRun(objective).result());

      ObjectiveResult result = verdict.objectives().getFirst();
      assertEquals(INCONCLUSIVE, result.status(), result.reason());
      assertEquals(0, result.samples());
      assertTrue(Double.isNaN(result.estimate()));
      assertTrue(result.reason().endsWith("no data is not a pass"), result.reason());
    }
  }

  @Test
  void aMaximumSaysWhatItDoesNotSay() {
    assertEquals(
        "max is 100ms, within the limit of 2s; that says nothing of requests that were not made",
        new FakeRun("max < 2s").measured(s -> s.ok(BROWSE, 1, 100)).first().reason());
    assertEquals(
        "max is 3s; of 60 requests, 30 were over the limit of 2s",
        new FakeRun("max < 2s")
            .measured(s -> s.ok(BROWSE, 1, 100).ok(BROWSE, 1, 3000))
            .first()
            .reason());
  }

  @Test
  void aHalfPointIsForTolerableRequests() {
    ObjectiveResult result =
        new FakeRun("apdex(500ms) > 0.9")
            .measured(
                s ->
                    s.ok(BROWSE, 6, 500)
                        .ok(BROWSE, 2, 2000)
                        .late(BROWSE, 2, 400)
                        .ok(BROWSE, 1, 2100)
                        .failed(BROWSE, 1)
                        .aborted(BROWSE, 1, 1000))
            .first();

    assertEquals(9.0 / 12, result.estimate(), 1e-9);
    assertEquals(360, result.samples());
  }

  @Test
  void anOfferIsWhatWasStartedOfThePlan() {
    ObjectiveResult result =
        new FakeRun("offered >= 99%")
            .second(3, s -> s.health(Counter.PLANNED, 3500).health(Counter.DROPPED, 3500))
            .measured(s -> s.ok(BROWSE, 1, 1))
            .first();

    assertEquals(0.5, result.estimate(), 1e-9);
    assertEquals(FAIL, result.status(), result.reason());
    assertEquals(
        "offered is 50%, under the floor of 99%, by 7,000 planned iterations", result.reason());
  }

  @Test
  void secondsWithoutRequestsAreNotUnavailable() {
    FakeRun run = new FakeRun("availability_by_time(50%) > 40%");
    for (int second = FakeRun.FROM; second < FakeRun.TO; second += 2) {
      run.second(second, s -> s.ok(BROWSE, 1, 1));
    }
    run.second(6, s -> s.failed(BROWSE, 1));

    assertEquals(16, run.first().samples());
    assertEquals(15.0 / 16, run.first().estimate(), 1e-9);
  }

  @Test
  void aSecondThatTheEndCutDoesNotCount() {
    FakeRun run =
        new FakeRun("availability_by_time(50%) > 40%")
            .measured(s -> s.ok(BROWSE, 1, 1))
            .endsAt(Reason.INTERRUPTED, 30.5);

    assertEquals(25, run.first().samples());
  }

  @Test
  void aBudgetSaysHowLongItWouldLast() {
    ObjectiveResult result =
        new FakeRun("error_budget(99%, 30d) < 50%")
            .measured(s -> s.ok(BROWSE, 80, 1).failed(BROWSE, 20))
            .first();

    // 20 % of 30 s is used of 1 % of 30 days
    assertEquals(0.2 * 30 / (0.01 * 30 * 86_400), result.estimate(), 1e-9);
    assertTrue(
        result
            .reason()
            .endsWith("if production behaved like this run, the budget of 720h would last 36h"),
        result.reason());
  }

  @Test
  void aBurnRateIsAnErrorRateOverItsBudget() {
    ObjectiveResult result =
        new FakeRun("burn_rate(99%) < 14.4")
            .measured(s -> s.ok(BROWSE, 98, 1).failed(BROWSE, 2))
            .first();

    assertEquals(2, result.estimate(), 1e-9);
    assertTrue(result.low() < 2 && result.high() > 2);
    assertTrue(result.reason().contains("2%"), result.reason());
  }

  @ParameterizedTest
  @CsvSource({
    // a burst at the end burns in its last twelfth, too; the same burst early is over by then
    "30, FAIL",
    "12, INCONCLUSIVE",
  })
  void anAlertEndsSoonAfterItsCause(int from, Status expected) {
    FakeRun run = new FakeRun("burn_rate(90%, 25s) < 2").measured(s -> s.ok(BROWSE, 100, 1));
    for (int second = from; second < from + 5; second++) {
      run.second(second, s -> s.ended(STEADY, BROWSE, Outcome.TIMEOUT, 900, 1, 1));
    }

    assertEquals(expected, run.first().status(), run.first().reason());
  }
}
