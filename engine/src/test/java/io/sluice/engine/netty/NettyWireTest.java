package io.sluice.engine.netty;

import static io.sluice.engine.netty.WireRun.assertFailed;
import static io.sluice.engine.netty.WireRun.assertOk;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.epoll.Epoll;
import io.sluice.engine.fake.RawServer;
import io.sluice.engine.fake.Requests;
import io.sluice.engine.wire.Exchange;
import io.sluice.model.run.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class NettyWireTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final List<AutoCloseable> opened = new ArrayList<>();

  static Stream<Sockets> sockets() {
    return Epoll.isAvailable()
        ? Stream.of(Sockets.nio(), Sockets.epoll())
        : Stream.of(Sockets.nio());
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  private RawServer server(RawServer.Behaviour behaviour) {
    RawServer server = RawServer.start(behaviour);
    opened.add(server);
    return server;
  }

  private RawServer answering(String answer) {
    RawServer server = RawServer.answering(answer);
    opened.add(server);
    return server;
  }

  private WireRun wire(Sockets sockets, RawServer server) {
    WireRun wire = new WireRun(sockets, "http", server.port(), WireRun.LIMITS);
    opened.addFirst(wire);
    return wire;
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aConnectionIsUsedAgain(Sockets sockets) {
    RawServer server = answering(OK);
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    for (int i = 0; i < 20; i++) {
      assertOk(200, "ok", wire.get(exchange));
      assertTrue(exchange.written() >= exchange.released());
      assertTrue(exchange.firstByte() >= exchange.written());
      assertTrue(exchange.done() >= exchange.firstByte());
    }
    assertEquals(1, server.connections());
    assertEquals(1, wire.connected);
    assertEquals(20, server.requests().size());
    assertEquals("GET / HTTP/1.1\r\nHost: h\r\n\r\n".length(), exchange.sent());
    assertEquals(OK.length(), exchange.received());
    assertEquals(0, wire.notTaken);
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void bytesThatASocketDoesNotTakeAtOnceAreCounted(Sockets sockets) {
    CountDownLatch over = new CountDownLatch(1);
    opened.addFirst(over::countDown);
    RawServer server = server(_ -> awaitQuietly(over)); // reads nothing
    WireRun wire = wire(sockets, server);
    byte[] large = new byte[16 * 1024 * 1024]; // more than the system keeps for a connection
    Exchange exchange = WireRun.exchange();
    long now = wire.clock.nanos();
    exchange.prepare(Requests.of(large), 0, true, false, true, now, now);
    wire.wire.send(exchange);
    for (int i = 0; i < 1000 && wire.notTaken == 0; i++) {
      wire.wire.poll(5_000_000);
    }
    assertTrue(wire.notTaken > 0, "the system cannot have taken all of it");
    assertTrue(wire.notTaken <= large.length, "was " + wire.notTaken);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void everyUserHasItsOwnConnection(Sockets sockets) {
    RawServer server = answering(OK);
    WireRun wire = wire(sockets, server);
    for (int i = 0; i < 10; i++) {
      wire.send(WireRun.exchange(), "GET", true);
    }
    wire.await(10);
    assertEquals(10, server.connections());
    assertEquals(10, wire.wire.connections());
    wire.done.forEach(exchange -> assertOk(200, "ok", exchange));
    wire.done.forEach(Exchange::closeLinks);
    wire.awaitConnections(0);
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aConnectionThatTheServerClosedWhileIdleIsReplaced(Sockets sockets) {
    RawServer server =
        server(
            connection -> {
              connection.request();
              connection.send(OK);
            });
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    assertOk(200, "ok", wire.get(exchange));
    wire.awaitConnections(0);
    assertOk(200, "ok", wire.request(exchange, "POST", false));
    assertEquals(2, server.connections());
    assertEquals(0, wire.retried, "it was known to be closed");
  }

  /** Answers once, waits for the second request, and closes without a word. */
  private RawServer.Behaviour stale() {
    return connection -> {
      connection.request();
      connection.send(OK);
      connection.request();
    };
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aStaleConnectionIsRetriedOnceWhereThatIsSafe(Sockets sockets) {
    RawServer server = server(stale());
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    assertOk(200, "ok", wire.get(exchange));
    assertOk(200, "ok", wire.get(exchange));
    assertEquals(1, wire.retried);
    assertEquals(3, server.requests().size());
    assertEquals(2, server.connections());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aStaleConnectionFailsARequestThatMayHaveBeenCarriedOut(Sockets sockets) {
    RawServer server = server(stale());
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    assertOk(200, "ok", wire.get(exchange));
    wire.request(exchange, "POST", false);
    assertFailed(Outcome.RESET, "connection closed before the response", exchange);
    assertEquals(0, wire.retried);
    assertEquals(2, server.requests().size());
    assertOk(200, "ok", wire.request(exchange, "POST", false));
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aFreshConnectionIsNotRetried(Sockets sockets) {
    RawServer server = server(connection -> connection.request());
    WireRun wire = wire(sockets, server);
    Exchange exchange = wire.get(WireRun.exchange());
    assertFailed(Outcome.RESET, "connection closed before the response", exchange);
    assertEquals(1, server.requests().size());
    assertEquals(0, wire.retried);
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void anAnswerThatIsCutIsAReset(Sockets sockets) {
    String part = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this";
    RawServer server =
        server(
            connection -> {
              connection.request();
              connection.send(part);
            });
    WireRun wire = wire(sockets, server);
    Exchange exchange = wire.get(WireRun.exchange());
    assertFailed(
        Outcome.RESET,
        "connection closed after " + part.length() + " bytes of the response",
        exchange);
    assertEquals(part.length(), exchange.received());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aResetIsAReset(Sockets sockets) {
    RawServer server =
        server(
            connection -> {
              connection.request();
              connection.reset();
            });
    WireRun wire = wire(sockets, server);
    assertFailed(
        Outcome.RESET, "connection reset before the response", wire.get(WireRun.exchange()));
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void anotherProtocolIsAProtocolError(Sockets sockets) {
    RawServer server =
        server(
            connection -> {
              connection.send("SSH-2.0-OpenSSH_9.6\r\n");
              connection.awaitEnd();
            });
    WireRun wire = wire(sockets, server);
    Exchange exchange = wire.get(WireRun.exchange());
    assertFailed(
        Outcome.PROTOCOL_ERROR, "not an HTTP/1.x response: 'SSH-2.0-OpenSSH_9.6'", exchange);
    wire.awaitConnections(0);
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aRefusedConnectionSaysSo(Sockets sockets) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    WireRun wire = new WireRun(sockets, "http", port, WireRun.LIMITS);
    opened.add(wire);
    Exchange exchange = wire.get(WireRun.exchange());
    assertFailed(
        Outcome.CONNECT_FAILED, "connection refused (http://localhost:" + port + ")", exchange);
    assertEquals(Exchange.UNSET, exchange.written());
    assertEquals(0, wire.wire.connections());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void readsChunksThatComeInPieces(Sockets sockets) {
    CountDownLatch taken = new CountDownLatch(1);
    RawServer server =
        server(
            connection -> {
              connection.request();
              connection.send("HTTP/1.1 200 OK\r\nTransfer-Enc");
              awaitUninterruptibly(taken);
              connection.send("oding: chunked\r\nX-Request-Id: 7\r\n\r\n3\r\nab");
              connection.send("c\r\n2\r\nde\r\n0\r\n\r\n");
              connection.awaitEnd();
            });
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    wire.send(exchange, "GET", true);
    while (exchange.received() == 0) {
      wire.wire.poll(5_000_000);
    }
    taken.countDown();
    wire.await(1);
    assertOk(200, "abcde", exchange);
    assertEquals("7", String.valueOf(exchange.headerIfSeen(2)));
    assertEquals(1, wire.wire.connections(), "kept");
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void anAnswerMayEndWithItsConnection(Sockets sockets) {
    RawServer server =
        server(
            connection -> {
              connection.request();
              connection.send("HTTP/1.1 200 OK\r\n\r\nuntil ");
              connection.send("the end");
            });
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    assertOk(200, "until the end", wire.get(exchange));
    assertOk(200, "until the end", wire.get(exchange));
    assertEquals(2, server.connections());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void connectionCloseIsObeyed(Sockets sockets) {
    RawServer server =
        server(
            connection -> {
              connection.request();
              connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");
              assertTrue(connection.awaitEnd(), "nothing more is sent on it");
            });
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    assertOk(200, "x", wire.get(exchange));
    assertEquals(0, wire.wire.connections());
    assertOk(200, "x", wire.get(exchange));
    assertEquals(2, server.connections());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void bytesBehindAnAnswerEndTheConnection(Sockets sockets) {
    RawServer server = answering(OK + "HTTP/1.1 500 never asked\r\nContent-Length: 0\r\n\r\n");
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    for (int i = 0; i < 3; i++) {
      assertOk(200, "ok", wire.get(exchange));
    }
    assertEquals(3, server.connections());
    assertEquals(0, wire.wire.connections());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void theAnswerToHeadHasNoBody(Sockets sockets) {
    RawServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    assertOk(200, "", wire.request(exchange, "HEAD", true));
    assertOk(200, "", wire.request(exchange, "HEAD", true));
    assertEquals(1, server.connections());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aMegabyteThatNobodyKeepsIsReadThrough(Sockets sockets) {
    String large = "y".repeat(1 << 20);
    RawServer server =
        answering("HTTP/1.1 200 OK\r\nContent-Length: " + large.length() + "\r\n\r\n" + large);
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    byte[] text = "GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (int i = 1; i <= 3; i++) {
      exchange.prepare(Requests.of(text), 0, true, false, false, 0, 0);
      wire.wire.send(exchange);
      wire.await(i);
      assertOk(200, "", exchange);
      assertTrue(exchange.received() > large.length());
    }
    assertEquals(1, server.connections());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aBodyUpToTheLimitIsKeptAndALargerOneRefused(Sockets sockets) {
    int limit = WireRun.LIMITS.maxBodyBytes();
    RawServer server =
        server(
            connection -> {
              int more = connection.number();
              while (!connection.request().isEmpty()) {
                int length = limit + more;
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n");
                connection.send("z".repeat(length));
              }
            });
    WireRun wire = wire(sockets, server);
    assertOk(200, "z".repeat(limit), wire.get(WireRun.exchange()));
    Exchange tooLarge = wire.get(WireRun.exchange());
    assertFailed(Outcome.PROTOCOL_ERROR, "a body of more than 65536 bytes", tooLarge);
    assertEquals(1, wire.wire.connections(), "its connection is closed");
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void headersBeyondTheLimitAreRefused(Sockets sockets) {
    RawServer server = answering("HTTP/1.1 200 OK\r\nX: " + "h".repeat(5000) + "\r\n\r\n");
    WireRun wire = wire(sockets, server);
    assertEquals(Outcome.PROTOCOL_ERROR, wire.get(WireRun.exchange()).outcome());
    wire.awaitConnections(0);
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aCancelledExchangeIsNotHeardOfAndItsConnectionNotUsedAgain(Sockets sockets) {
    RawServer server =
        server(
            connection -> {
              connection.request();
              if (connection.number() == 0) {
                connection.awaitEnd(); // no answer
              } else {
                connection.send(OK);
                connection.awaitEnd();
              }
            });
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    wire.send(exchange, "GET", true);
    while (server.requests().isEmpty()) {
      wire.wire.poll(5_000_000);
    }
    wire.wire.cancel(exchange);
    assertEquals(0, wire.wire.connections());
    wire.wire.poll(5_000_000);
    assertEquals(List.of(), wire.done);
    assertOk(200, "ok", wire.get(exchange));
    assertEquals(2, server.connections());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void anExchangeMayBeCancelledWhileItsConnectionIsOpening(Sockets sockets) {
    RawServer server = answering(OK);
    WireRun wire = wire(sockets, server);
    Exchange exchange = WireRun.exchange();
    wire.send(exchange, "GET", true);
    wire.wire.cancel(exchange);
    assertOk(200, "ok", wire.get(exchange));
    assertEquals(1, server.requests().size());
    assertEquals(1, wire.wire.connections());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aRedirectsNextHopIsRetriedOnAStaleConnection(Sockets sockets) {
    RawServer server =
        server(
            connection -> {
              connection.request();
              if (connection.number() == 0) {
                connection.send("HTTP/1.1 302 X\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n");
                connection.request();
              } else {
                connection.send(OK);
                connection.awaitEnd();
              }
            });
    WireRun wire = wire(sockets, server);
    Exchange exchange = wire.get(WireRun.exchange());
    assertNotNull(exchange.headerIfSeen(0));
    byte[] text = "GET /b HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    exchange.redirect(Requests.of(text), 0, false);
    wire.wire.send(exchange);
    wire.await(2);
    assertOk(200, "ok", exchange);
    assertEquals(1, wire.retried);
  }
}
