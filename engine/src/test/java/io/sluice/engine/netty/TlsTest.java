package io.sluice.engine.netty;

import static io.sluice.engine.netty.WireRun.assertOk;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.engine.fake.Certificate;
import io.sluice.engine.fake.RawServer;
import io.sluice.engine.wire.Exchange;
import io.sluice.model.plan.Network;
import io.sluice.model.run.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class TlsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private static Certificate selfSigned;
  private static Certificate expired;

  static Stream<Sockets> sockets() {
    return NettyWireTest.sockets();
  }

  @BeforeAll
  static void makeCertificates() {
    selfSigned = Certificate.selfSigned(-1, 30);
    expired = Certificate.selfSigned(-90, 30);
  }

  private static RawServer.Behaviour answering() {
    return connection -> {
      while (!connection.request().isEmpty()) {
        connection.send(OK);
      }
    };
  }

  private static Exchange get(Sockets sockets, RawServer server, Network.Tls.Trust trust) {
    try (server;
        WireRun wire =
            new WireRun(
                sockets,
                "https",
                server.port(),
                WireRun.LIMITS,
                Network.DEFAULT.withTls(Network.Tls.DEFAULT.withTrust(trust)))) {
      Exchange exchange = wire.get(WireRun.exchange());
      if (exchange.outcome() == Outcome.OK) {
        wire.get(exchange);
        assertEquals(1, server.connections(), "encrypted connections are kept, too");
        assertEquals(1, wire.connected);
      } else {
        assertEquals(0, wire.wire.connections());
      }
      return exchange;
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aSelfSignedCertificateIsRefused(Sockets sockets) throws Exception {
    RawServer server = RawServer.start(selfSigned.listen(), answering());
    Exchange exchange = get(sockets, server, Network.Tls.Trust.VERIFY);
    assertEquals(Outcome.TLS_FAILED, exchange.outcome());
    assertEquals("the certificate is not signed by a trusted authority", exchange.detail());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void anyCertificateIsTakenWhereThePlanSaysSo(Sockets sockets) throws Exception {
    assertOk(
        200,
        "ok",
        get(
            sockets,
            RawServer.start(selfSigned.listen(), answering()),
            Network.Tls.Trust.INSECURE));
    assertOk(
        200,
        "ok",
        get(sockets, RawServer.start(expired.listen(), answering()), Network.Tls.Trust.INSECURE));
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aServerInClearTextSaysWhatItIs(Sockets sockets) {
    RawServer server =
        RawServer.start(
            connection -> {
              connection.send("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
              connection.awaitEnd();
            });
    Exchange exchange = get(sockets, server, Network.Tls.Trust.INSECURE);
    assertEquals(Outcome.TLS_FAILED, exchange.outcome());
    assertEquals("the server does not speak TLS", exchange.detail());
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aServerThatHangsUpIsATlsFailure(Sockets sockets) {
    RawServer server = RawServer.start(RawServer.Connection::close);
    Exchange exchange = get(sockets, server, Network.Tls.Trust.INSECURE);
    assertEquals(Outcome.TLS_FAILED, exchange.outcome());
  }
}
