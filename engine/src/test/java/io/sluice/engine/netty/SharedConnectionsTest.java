package io.sluice.engine.netty;

import static io.sluice.engine.netty.WireRun.assertOk;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.RawServer;
import io.sluice.engine.wire.Exchange;
import io.sluice.model.plan.Network;
import io.sluice.model.run.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedConnectionsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private static Network shared(int max, Duration idle) {
    return Network.DEFAULT.withConnections(new Network.Connections.Shared(max, 100, idle));
  }

  private static WireRun wire(int port, int max) {
    return new WireRun(
        Sockets.best(), "http", port, WireRun.LIMITS, shared(max, Duration.ofMinutes(1)));
  }

  @Test
  void manyUsersShareFewConnections() {
    try (RawServer server = RawServer.answering(OK);
        WireRun wire = wire(server.port(), 3)) {
      List<Exchange> users = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        users.add(WireRun.exchange());
      }
      for (int round = 1; round <= 5; round++) {
        users.forEach(user -> wire.send(user, "GET", true));
        wire.await(20 * round);
      }
      wire.done.forEach(exchange -> assertOk(200, "okokokokok", exchange));
      assertEquals(3, server.connections());
      assertEquals(100, server.requests().size());
      users.forEach(Exchange::closeLinks);
      assertEquals(3, wire.wire.connections(), "no user takes a shared connection with it");
    }
  }

  @Test
  void oneUserNeedsOneConnection() {
    try (RawServer server = RawServer.answering(OK);
        WireRun wire = wire(server.port(), 100)) {
      Exchange exchange = WireRun.exchange();
      for (int i = 0; i < 10; i++) {
        assertOk(200, "ok", wire.get(exchange));
      }
      assertEquals(1, server.connections());
    }
  }

  @Test
  void theyAreServedInOrder() {
    try (RawServer server = RawServer.answering(OK);
        WireRun wire = wire(server.port(), 1)) {
      List<Exchange> users = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        users.add(WireRun.exchange());
        wire.send(users.getLast(), "GET", true);
      }
      wire.await(10);
      assertEquals(users, wire.done);
    }
  }

  @Test
  void whoeverIsCancelledLeavesItsPlaceToOthers() {
    try (RawServer server =
            RawServer.start(
                connection -> {
                  while (!connection.request().isEmpty()) {
                    if (connection.number() == 0) {
                      connection.awaitEnd();
                      return;
                    }
                    connection.send(OK);
                  }
                });
        WireRun wire = wire(server.port(), 1)) {
      Exchange underWay = WireRun.exchange();
      Exchange waiting = WireRun.exchange();
      Exchange last = WireRun.exchange();
      wire.send(underWay, "GET", true);
      wire.send(waiting, "GET", true);
      wire.send(last, "GET", true);
      while (underWay.written() == Exchange.UNSET) {
        wire.wire.poll(1_000_000);
      }
      wire.wire.cancel(waiting);
      wire.wire.cancel(underWay);
      wire.await(1);
      assertEquals(List.of(last), wire.done);
      assertOk(200, "ok", last);
      assertEquals(2, server.connections());
    }
  }

  @Test
  void eachRefusedConnectionFailsOneRequest() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    try (WireRun wire = wire(port, 2)) {
      for (int i = 0; i < 5; i++) {
        wire.send(WireRun.exchange(), "GET", true);
      }
      wire.await(5);
      wire.done.forEach(e -> assertEquals(Outcome.CONNECT_FAILED, e.outcome()));
      assertEquals(0, wire.wire.connections());
    }
  }

  @Test
  void aServerThatClosesAfterEachAnswerIsServedByNewConnections() {
    String closing = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
    try (RawServer server =
            RawServer.start(
                connection -> {
                  connection.request();
                  connection.send(closing);
                });
        WireRun wire = wire(server.port(), 2)) {
      for (int i = 0; i < 6; i++) {
        wire.send(WireRun.exchange(), "GET", true);
      }
      wire.await(6);
      wire.done.forEach(exchange -> assertOk(200, "ok", exchange));
      assertEquals(6, server.connections());
    }
  }

  @Test
  void aConnectionThatWasGivenUpWhileIdleIsReplaced() {
    try (RawServer server =
            RawServer.start(
                connection -> {
                  connection.request();
                  connection.send(OK);
                  if (connection.number() == 0) {
                    connection.request();
                  }
                });
        WireRun wire = wire(server.port(), 1)) {
      Exchange exchange = WireRun.exchange();
      assertOk(200, "ok", wire.get(exchange));
      assertOk(200, "ok", wire.get(exchange));
      assertEquals(1, wire.retried);
      assertEquals(2, server.connections());
    }
  }

  @Test
  void whatNobodyUsesIsClosed() {
    try (RawServer server = RawServer.answering(OK);
        WireRun wire =
            new WireRun(
                Sockets.best(),
                "http",
                server.port(),
                WireRun.LIMITS,
                shared(5, Duration.ofMinutes(1)))) {
      wire.get(WireRun.exchange());
      wire.wire.tick(wire.clock.nanos() + Duration.ofSeconds(59).toNanos());
      assertNotEquals(0, wire.wire.connections());
      wire.wire.tick(wire.clock.nanos() + Duration.ofSeconds(61).toNanos());
      assertEquals(0, wire.wire.connections());
      assertOk(200, "ok", wire.get(WireRun.exchange()));
      assertTrue(server.connections() >= 2);
    }
  }
}
