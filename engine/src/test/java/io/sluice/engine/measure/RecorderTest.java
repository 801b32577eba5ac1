package io.sluice.engine.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.Requests;
import io.sluice.engine.wire.Exchange;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final long MICRO = 1000;
  private static final LoadPlan PLAN =
      new Plans()
          .get("/a")
          .get("/b")
          .check("c", 0, new Expectation.Status(StatusSet.ANY))
          .metric("m", MetricSpec.Kind.RATE)
          .metric("t", MetricSpec.Kind.TREND)
          .script(new Op.Send(0), new Op.Settle())
          .phase(new ArrivalModel.ConstantUsers(1, Duration.ofSeconds(1)))
          .build();

  private final SeriesCatalog catalog = SeriesCatalog.of(PLAN);
  private final Interval first = new Interval(catalog);
  private final Recorder recorder = new Recorder(catalog, List.of("/a", "/b"), first);

  private static Exchange exchange(long intended, long released) {
    Exchange exchange = new Exchange("user", 1, 0);
    exchange.prepare(Requests.of(new byte[0]), 0, true, false, false, intended, released);
    return exchange;
  }

  @Test
  void derivesItsNumbersFromTheStamps() {
    Exchange exchange = exchange(100 * MICRO, 130 * MICRO);
    recorder.started(1, 1, 30 * MICRO);
    assertEquals(1, recorder.inFlight());
    exchange.written(150 * MICRO, 77);
    exchange.received(400 * MICRO, 1000);
    exchange.received(450 * MICRO, 500);
    exchange.status(201);
    exchange.complete(600 * MICRO);
    recorder.finished(1, 1, exchange, false, 0);
    assertEquals(0, recorder.inFlight());
    SeriesCell cell = first.series(1 * 2 + 1);
    assertEquals(1, cell.started());
    assertEquals(1, cell.outcome(Outcome.OK));
    assertEquals(500, cell.okResponse().getMaxValue(), "done - intended");
    assertEquals(450, cell.service().getMaxValue(), "done - written");
    assertEquals(250, cell.firstByte().getMaxValue(), "first byte - written");
    assertEquals(77, cell.bytesSent());
    assertEquals(1500, cell.bytesReceived());
    assertEquals(1, cell.statuses().of(201));
    Health health = first.health();
    assertEquals(30, health.lag().getMaxValue(), "released - intended");
    assertEquals(20, health.connectionWait().getMaxValue(), "written - released");
    assertEquals(1, health.get(Counter.RELEASED));
    assertTrue(first.errors().isEmpty());
  }

  @Test
  void whatWasNeverWrittenHasNoServiceTime() {
    Exchange exchange = exchange(0, 0);
    recorder.started(0, 0, 0);
    exchange.fail(Outcome.CONNECT_FAILED, "refused", 40 * MICRO);
    recorder.finished(0, 0, exchange, false, 0);
    SeriesCell cell = first.series(0);
    assertEquals(40, cell.failedResponse().getMaxValue());
    assertEquals(0, cell.service().getTotalCount());
    assertEquals(0, cell.firstByte().getTotalCount());
    assertEquals(0, first.health().connectionWait().getTotalCount());
    assertEquals(Map.of(new ErrorKey("/a", Outcome.CONNECT_FAILED, "refused"), 1L), first.errors());
  }

  @Test
  void anAbortedExchangeIsNoErrorButHasAnAge() {
    Exchange exchange = exchange(0, 0);
    recorder.started(0, 0, 0);
    exchange.written(1, 1);
    exchange.fail(Outcome.ABORTED, "", 70 * MICRO);
    recorder.finished(0, 0, exchange, false, 0);
    assertEquals(70, first.series(0).abortedAge().getMaxValue());
    assertEquals(0, first.series(0).finished());
    assertTrue(first.errors().isEmpty());
  }

  @Test
  void moreEndsThanStartsAreADefect() {
    Exchange exchange = exchange(0, 0);
    exchange.complete(1);
    var e =
        assertThrows(
            IllegalStateException.class, () -> recorder.finished(0, 0, exchange, false, 0));
    assertEquals("more exchanges ended than were started", e.getMessage());
  }

  @Test
  void goesOnInAnotherInterval() {
    recorder.started(0, 0, 0);
    Interval second = new Interval(catalog);
    assertSame(first, recorder.flip(second));
    Exchange exchange = exchange(0, 0);
    exchange.complete(1);
    recorder.finished(0, 0, exchange, false, 0);
    assertNotSame(first.health(), recorder.health());
    assertEquals(1, first.series(0).started());
    assertEquals(0, first.series(0).ended());
    assertEquals(0, second.series(0).started());
    assertEquals(1, second.series(0).ended());
  }

  @Test
  void countsChecksMetricsConnectionsAndRedirects() {
    recorder.check(1, 0, true);
    recorder.check(1, 0, false);
    recorder.count(1, 0, true);
    recorder.time(1, 1, 9 * MICRO);
    recorder.connected(5 * MICRO);
    recorder.retried();
    recorder.redirectRefused(1, "elsewhere");
    assertEquals(1, first.check(1).passes());
    assertEquals(1, first.check(1).fails());
    assertEquals(1, first.metric(2).trues());
    assertEquals(9, first.metric(3).trend().getMaxValue());
    assertEquals(5, first.health().connect().getMaxValue());
    assertEquals(1, first.health().get(Counter.CONNECTS));
    assertEquals(1, first.health().get(Counter.RETRIES));
    assertEquals(1, first.health().get(Counter.REDIRECTS_REFUSED));
    assertEquals(Map.of(new ErrorKey("/b", Outcome.OK, "elsewhere"), 1L), first.errors());
  }

  @Test
  void theProcessUsesTimeOfTheProcessor() {
    ProcessMeter meter = new ProcessMeter(1);
    long mixed = 0;
    Health health = first.health();
    for (int i = 0; i < 1000 && health.get(Counter.CPU_NANOS) == 0; i++) {
      for (int j = 0; j < 100_000; j++) {
        mixed = mixed * 31 + j;
      }
      meter.addTo(health);
    }
    assertTrue(health.get(Counter.CPU_NANOS) > 0, "after " + mixed);
    assertTrue(health.get(Counter.GC_NANOS) >= 0);
    assertTrue(health.get(Counter.STEAL_NANOS) >= 0);
  }
}
