package io.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.epoll.Epoll;
import io.sluice.engine.EngineOptions.Transport;
import io.sluice.engine.fake.FakeQueries;
import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.RawServer;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Target;
import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RequestSample;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EngineRunTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  static Stream<Arguments> transportsAndCells() {
    return Stream.of(Transport.NIO, Transport.EPOLL)
        .filter(transport -> transport == Transport.NIO || Epoll.isAvailable())
        .flatMap(transport -> Stream.of(1, 2, 3).map(cells -> Arguments.of(transport, cells)));
  }

  private static LoadPlan plan(RawServer server, ArrivalModel model) {
    return new Plans()
        .target(new Target("http", "127.0.0.1", server.port()))
        .get("/a")
        .script(new Op.Send(0), new Op.Settle())
        .phase(model)
        .build();
  }

  private static Engine engine(LoadPlan plan, Transport transport, int cells)
      throws TargetException {
    return Engine.prepare(plan, new EngineOptions(cells, transport, "t"), new FakeQueries());
  }

  private static SeriesCell all(Interval total) {
    SeriesCell all = new SeriesCell();
    for (int s = 0; s < total.seriesCount(); s++) {
      all.add(total.series(s));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("transportsAndCells")
  void countsAreTheServersToTheLastRequest(Transport transport, int cells) throws TargetException {
    try (RawServer server = RawServer.answering(OK)) {
      LoadPlan plan = plan(server, new ArrivalModel.Iterations(5, 100, Duration.ofSeconds(50)));
      Engine engine = engine(plan, transport, cells);
      assertEquals(cells, engine.cells());
      Interval total = new Interval(SeriesCatalog.of(plan));
      int[] next = {0};
      RunEnd end =
          engine.run(
              interval -> {
                assertEquals(next[0]++, interval.number());
                total.add(interval);
              },
              new StopSignal());
      assertEquals(RunEnd.Reason.COMPLETED, end.reason());
      assertEquals(500, all(total).outcome(Outcome.OK));
      assertEquals(500, all(total).started());
      assertEquals(500, all(total).statuses().of(200));
      assertEquals(500, server.requests().size());
      assertEquals(5, total.health().get(Counter.CONNECTS));
      assertEquals(5 + 1, server.connections(), "and the one that looked whether it is there");
      assertEquals(500L * OK.length(), all(total).bytesReceived());
      long sent = server.requests().stream().mapToLong(String::length).sum();
      assertEquals(sent, all(total).bytesSent());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NIO", "EPOLL"})
  void keepsTheFirstFailureOfItsKindWithItsAnswer(Transport transport) throws TargetException {
    Assumptions.assumeTrue(transport == Transport.NIO || Epoll.isAvailable());
    String body = "x".repeat(5000);
    String answer =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 7\r\nX-Zone: \u00e9\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (RawServer server = RawServer.answering(answer)) {
      LoadPlan plan = plan(server, new ArrivalModel.Iterations(1, 40, Duration.ofSeconds(50)));
      List<RequestSample> samples = new ArrayList<>();
      Engine engine =
          Engine.prepare(
              plan,
              new EngineOptions(1, transport, "t").withTrace(EngineOptions.Trace.W3C),
              new FakeQueries());
      engine.run(interval -> samples.addAll(interval.samples()), new StopSignal());
      RequestSample first = samples.getFirst();
      assertEquals(new ErrorKey("/a", Outcome.HTTP_ERROR, "status 503"), first.error());
      assertEquals("GET", first.method());
      assertEquals("http://127.0.0.1:%d/a".formatted(server.port()), first.url());
      assertEquals(503, first.status());
      assertTrue(first.headers().startsWith("Retry-After: 7\nX-Zone: "), first.headers());
      assertEquals("x".repeat(RequestSample.MOST_BYTES), first.body());
      assertTrue(first.intended() <= first.released() && first.released() <= first.written());
      assertTrue(first.written() <= first.firstByte() && first.firstByte() <= first.done());
      assertTrue(first.connectNanos() > 0, "a connection was opened for it");
      assertEquals(RequestSample.UNSET, first.tlsNanos());
      assertTrue(server.requests().getFirst().contains("traceparent: " + first.traceparent()));
      assertTrue(samples.size() < 40, "not all were kept");
      RequestSample slowest =
          samples.stream()
              .max(Comparator.comparingLong(RequestSample::responseNanos))
              .orElseThrow();
      assertTrue(slowest.responseNanos() >= first.responseNanos());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anOpenRunOffersWhatItPlanned(int cells) throws TargetException {
    try (RawServer server = RawServer.answering(OK)) {
      LoadPlan plan =
          plan(
              server,
              new ArrivalModel.ConstantRate(
                  200, Duration.ofSeconds(1), ArrivalModel.Spacing.UNIFORM, 1000));
      Interval total = new Interval(SeriesCatalog.of(plan));
      engine(plan, Transport.AUTO, cells).run(total::add, new StopSignal());
      assertEquals(200, total.health().get(Counter.PLANNED));
      assertEquals(200, all(total).outcome(Outcome.OK), total.errors().toString());
      assertEquals(200, server.requests().size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStopSignalEndsARunOfManyCells(boolean atOnce) throws TargetException {
    try (RawServer server = RawServer.answering(OK)) {
      LoadPlan plan = plan(server, new ArrivalModel.ConstantUsers(4, Duration.ofHours(1)));
      Interval total = new Interval(SeriesCatalog.of(plan));
      StopSignal stop = new StopSignal();
      RunEnd end =
          engine(plan, Transport.AUTO, 2)
              .run(
                  interval -> {
                    total.add(interval);
                    if (atOnce) {
                      stop.stopAtOnce(RunEnd.Reason.STOPPED, "enough");
                    } else {
                      stop.stop(RunEnd.Reason.INTERRUPTED, "");
                    }
                  },
                  stop);
      assertEquals(atOnce ? RunEnd.Reason.STOPPED : RunEnd.Reason.INTERRUPTED, end.reason());
      assertEquals(atOnce ? "enough" : "", end.detail());
      assertTrue(end.nanos() >= 1_000_000_000L, "after the first interval");
      assertEquals(all(total).started(), all(total).ended());
      assertTrue(all(total).outcome(Outcome.OK) > 0);
      assertEquals(0, total.health().get(Counter.DROPPED));
      if (!atOnce) {
        assertEquals(0, all(total).outcome(Outcome.ABORTED));
        assertEquals(server.requests().size(), all(total).started());
      }
    }
  }

  @Test
  void aTimeoutClosesTheConnectionAndTheNextRequestHasAnother() throws TargetException {
    RawServer.Behaviour slowFirst =
        connection -> {
          while (!connection.request().isEmpty()) {
            if (connection.number() == 1) { // 0 was the look whether it is there
              assertTrue(connection.awaitEnd(), "the timeout closes it");
              return;
            }
            connection.send(OK);
          }
        };
    try (RawServer server = RawServer.start(slowFirst)) {
      var base = Plans.request("GET", "/a", io.sluice.model.plan.Template.EMPTY);
      var impatient =
          new io.sluice.model.plan.RequestSpec(
              "/a",
              "",
              base.tags(),
              "GET",
              0,
              base.path(),
              base.headers(),
              base.body(),
              Duration.ofMillis(300),
              base.accepted(),
              base.redirects());
      LoadPlan plan =
          new Plans()
              .target(new Target("http", "127.0.0.1", server.port()))
              .request(impatient)
              .script(new Op.Send(0), new Op.Settle())
              .phase(new ArrivalModel.Iterations(1, 2, Duration.ofSeconds(30)))
              .build();
      Interval total = new Interval(SeriesCatalog.of(plan));
      engine(plan, Transport.AUTO, 1).run(total::add, new StopSignal());
      assertEquals(1, all(total).outcome(Outcome.TIMEOUT));
      assertEquals(1, all(total).outcome(Outcome.OK), total.errors().toString());
      assertEquals(3, server.connections());
    }
  }

  @Test
  void aListenerThatFailsEndsTheRun() throws TargetException {
    try (RawServer server = RawServer.answering(OK)) {
      LoadPlan plan = plan(server, new ArrivalModel.ConstantUsers(1, Duration.ofHours(1)));
      Engine engine = engine(plan, Transport.AUTO, 1);
      StopSignal stop = new StopSignal();
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  engine.run(
                      _ -> {
                        throw new IllegalArgumentException("mine");
                      },
                      stop));
      assertEquals("mine", e.getMessage());
      assertTrue(stop.stopped());
    }
  }

  @Test
  void theFirstToStopARunSaysWhy() {
    StopSignal stop = new StopSignal();
    assertFalse(stop.stopped());
    stop.stop(RunEnd.Reason.STOPPED, "first");
    stop.stop(RunEnd.Reason.INTERRUPTED, "second");
    StopSignal.Request request = stop.request();
    assertTrue(request != null && !request.atOnce());
    stop.stopAtOnce(RunEnd.Reason.INTERRUPTED, "third");
    StopSignal.Request last = Objects.requireNonNull(stop.request());
    assertTrue(last.atOnce());
    assertEquals("first", last.detail());
    assertEquals(RunEnd.Reason.STOPPED, last.reason());
  }
}
