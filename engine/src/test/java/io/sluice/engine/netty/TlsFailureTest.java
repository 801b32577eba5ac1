package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.engine.fake.RawServer;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Tls.Engine;
import io.sluice.model.plan.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that do not get as far as to show a certificate, in words. */
@Timeout(60)
class TlsFailureTest {
  private static final int PATIENCE = 20_000;

  private static String refusal(Engine engine, RawServer server) {
    Tls tls = Tls.of(TlsCertificates.insecure(engine), Network.HttpVersion.AUTO);
    return Tls.reason(
        assertThrows(
            IOException.class,
            () -> {
              try (server) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                socket.setSoTimeout(PATIENCE);
                tls.shakeHands(new Target("https", "localhost", server.port()), socket);
              }
            }));
  }

  @ParameterizedTest
  @CsvSource({
    "JDK, 70, the server does not speak TLS 1.2 or 1.3 (protocol_version)",
    "BORINGSSL, 70, the server does not speak TLS 1.2 or 1.3 (protocol_version)",
    "JDK, 71, the server takes none of the offered ciphers (insufficient_security)",
    "BORINGSSL, 71, the server takes none of the offered ciphers (insufficient_security)",
    "JDK, 112, the server does not know this host name (unrecognized_name)",
    "BORINGSSL, 112, the server does not know this host name (unrecognized_name)",
    "JDK, 116, the server demands a client certificate (certificate_required)",
    "BORINGSSL, 116, the server demands a client certificate (certificate_required)",
    "JDK, 48, 'the server does not accept the client certificate, or the lack of one (unknown_ca)'",
    "BORINGSSL, 48, 'the server does not accept the client certificate, or the lack of one"
        + " (unknown_ca)'",
    "JDK, 80, the server ended the handshake (internal_error)",
    "BORINGSSL, 80, the server ended the handshake (internal_error)"
  })
  void alertsAreNamed(Engine engine, int alert, String reason) {
    RawServer server =
        RawServer.start(
            connection -> {
              connection.send("\u0015\u0003\u0003\0\2\2" + (char) alert);
              connection.awaitEnd();
            });
    assertEquals(reason, refusal(engine, server));
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK", "BORINGSSL"})
  void aServerInClearTextSaysWhatItIs(Engine engine) {
    RawServer server =
        RawServer.start(
            connection -> {
              connection.send("HTTP/1.1 400 Bad Request\r\n\r\n");
              connection.awaitEnd();
            });
    assertEquals("the server does not speak TLS", refusal(engine, server));
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK", "BORINGSSL"})
  void aServerThatHangsUpWhenItIsSpokenToIsNamed(Engine engine) {
    assertEquals(
        "the server closed the connection during the handshake",
        refusal(engine, RawServer.start(RawServer.Connection::awaitEnd)));
    assertEquals(
        "the server reset the connection during the handshake",
        refusal(engine, RawServer.start(RawServer.Connection::reset)));
  }
}
