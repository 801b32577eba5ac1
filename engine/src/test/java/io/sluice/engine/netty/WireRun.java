package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Requests;
import io.sluice.engine.wire.Body;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Clock;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WireEvents;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Target;
import io.sluice.model.run.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Drives a wire by hand against a server on the loopback address. */
final class WireRun implements AutoCloseable, WireEvents {
  static final Limits LIMITS = new Limits(Duration.ofSeconds(5), 4096, 64 * 1024);
  private static final long PATIENCE = 20_000_000_000L;

  final Clock clock = Clock.startingAt(System.nanoTime());
  final List<Exchange> done = new ArrayList<>();
  final BodyPool bodies = new BodyPool();
  final NettyWire wire;
  int connected;
  int retried;
  long notTaken;
  int lookups;
  int failedLookups;

  WireRun(Sockets sockets, String scheme, int port, Limits limits) {
    this(sockets, scheme, port, limits, Network.DEFAULT);
  }

  WireRun(Sockets sockets, String scheme, int port, Limits limits, Network network) {
    Target target = new Target(scheme, "localhost", port);
    Origin origin =
        new Origin(
            target, List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)), false);
    wire =
        new NettyWire(
            new NettyWire.Setup(
                sockets,
                List.of(origin),
                Answers.WANTED,
                limits,
                network,
                List.of(),
                target.secure() ? Tls.of(network.tls(), network.http()) : null),
            clock,
            bodies,
            this,
            done::add);
  }

  @Override
  public void connected(long nanos) {
    connected++;
  }

  @Override
  public void lookedUp(long nanos) {
    lookups++;
  }

  @Override
  public void lookupFailed() {
    failedLookups++;
  }

  @Override
  public void notTaken(long bytes) {
    notTaken += bytes;
  }

  @Override
  public void retried() {
    retried++;
  }

  static Exchange exchange() {
    return new Exchange("user", 1, Answers.WANTED.count());
  }

  /** Sends a request. */
  void send(Exchange exchange, String method, boolean idempotent) {
    byte[] text = (method + " / HTTP/1.1\r\nHost: h\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    long now = clock.nanos();
    exchange.prepare(Requests.of(text), 0, idempotent, method.equals("HEAD"), true, now, now);
    int before = done.size();
    wire.send(exchange);
    assertEquals(before, done.size(), "the listener is not called from within send");
  }

  /** Sends a GET and waits for its end. */
  Exchange get(Exchange exchange) {
    return request(exchange, "GET", true);
  }

  /** Sends a request and waits for its end. */
  Exchange request(Exchange exchange, String method, boolean idempotent) {
    exchange.giveBody(bodies);
    int before = done.size();
    send(exchange, method, idempotent);
    await(before + 1);
    assertEquals(Exchange.State.DONE, exchange.state());
    return exchange;
  }

  /** Polls until so many exchanges are done. */
  void await(int exchanges) {
    long start = System.nanoTime();
    while (done.size() < exchanges) {
      assertTrue(System.nanoTime() - start < PATIENCE, "no end of the exchange");
      wire.poll(5_000_000);
    }
  }

  /** Polls until so many connections are open. */
  void awaitConnections(int open) {
    long start = System.nanoTime();
    while (wire.connections() != open) {
      assertTrue(System.nanoTime() - start < PATIENCE, wire.connections() + " connections");
      wire.poll(5_000_000);
    }
  }

  static String body(Exchange exchange) {
    Body body = exchange.body();
    return body == null
        ? ""
        : new String(body.bytes(), 0, body.length(), StandardCharsets.ISO_8859_1);
  }

  static void assertOk(int status, String body, Exchange exchange) {
    assertEquals(Outcome.OK, exchange.outcome(), exchange.detail());
    assertEquals(status, exchange.status());
    assertEquals(body, body(exchange));
  }

  static void assertFailed(Outcome outcome, String detail, Exchange exchange) {
    assertEquals(outcome, exchange.outcome(), exchange.detail());
    assertEquals(detail, exchange.detail());
  }

  @Override
  public void close() {
    wire.close();
    assertEquals(0, wire.connections(), "no connection survives the wire");
  }
}
