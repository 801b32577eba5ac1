package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.RawServer;
import io.sluice.engine.wire.TlsOffer;
import io.sluice.engine.wire.TlsOffer.ClientCertificate;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Network.Tls.Engine;
import io.sluice.model.plan.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client offers is what a server gets, with both providers. */
@Timeout(60)
class TlsTermsTest {
  @TempDir static Path directory;
  private static TlsCertificates certificates;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = new TlsCertificates(directory);
  }

  private static TlsOffer versions(String... versions) {
    return new TlsOffer(List.of(versions), List.of(), ClientCertificate.OF_THE_PLAN);
  }

  private static TlsOffer suites(String version, String... suites) {
    return new TlsOffer(List.of(version), List.of(suites), ClientCertificate.OF_THE_PLAN);
  }

  private static Tls tls(Engine engine, TlsOffer offer) {
    return Tls.of(certificates.trusting(engine), HttpVersion.AUTO, offer);
  }

  private static boolean shakesHands(Tls tls, SSLParameters limits) throws Exception {
    ServerSocket listening =
        certificates.server.listen(
            settings -> {
              if (limits.getProtocols() != null) {
                settings.setProtocols(limits.getProtocols());
              }
              if (limits.getCipherSuites() != null) {
                settings.setCipherSuites(limits.getCipherSuites());
              }
            });
    try (RawServer server = RawServer.start(listening, RawServer.Connection::awaitEnd)) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      socket.setSoTimeout(20_000);
      var _ = tls.shakeHands(new Target("https", "localhost", server.port()), socket);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static SSLParameters speaking(String version) {
    return new SSLParameters(null, new String[] {version});
  }

  @ParameterizedTest
  @CsvSource({"JDK", "BORINGSSL"})
  void onlyTheVersionsAreSpoken(Engine engine) throws Exception {
    Tls two = tls(engine, versions("TLSv1.2"));
    assertTrue(shakesHands(two, speaking("TLSv1.2")));
    assertTrue(!shakesHands(two, speaking("TLSv1.3")));
    Tls three = tls(engine, versions("TLSv1.3"));
    assertTrue(shakesHands(three, speaking("TLSv1.3")));
    assertTrue(!shakesHands(three, speaking("TLSv1.2")));
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK", "BORINGSSL"})
  void onlyTheSuitesAreOffered(Engine engine) throws Exception {
    String mine = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
    String other = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    Tls tls = tls(engine, suites("TLSv1.2", mine, "TLS_RSA_WITH_RC4_128_SHA"));
    assertTrue(shakesHands(tls, new SSLParameters(new String[] {mine})));
    assertTrue(!shakesHands(tls, new SSLParameters(new String[] {other})));
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK", "BORINGSSL"})
  void theSuitesOfTls13AreAlwaysOffered(Engine engine) throws Exception {
    Tls tls = tls(engine, suites("TLSv1.3", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"));
    assertTrue(shakesHands(tls, speaking("TLSv1.3")));
  }

  /** No server of ours speaks it any more: the first bytes of the handshake say what is offered. */
  @Test
  void anOldVersionIsOffered() throws Exception {
    CompletableFuture<String> hello = new CompletableFuture<>();
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket socket = listening.accept()) {
                  byte[] head = socket.getInputStream().readNBytes(11);
                  hello.complete(head[0] + " " + head[9] + "." + head[10]);
                } catch (IOException e) {
                  hello.completeExceptionally(e);
                }
              });
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort());
      socket.setSoTimeout(20_000);
      Tls tls = tls(Engine.BORINGSSL, versions("TLSv1"));
      assertThrows(
          IOException.class, () -> tls.shakeHands(new Target("https", "localhost", 1), socket));
      assertEquals("22 3.1", hello.get());
    }
  }

  @Test
  void whatCannotBeOfferedIsSaid() {
    var version =
        assertThrows(
            IllegalArgumentException.class, () -> tls(Engine.JDK, versions("TLSv1.2", "TLSv1.1")));
    assertEquals("TLSv1.1 cannot be offered by jdk " + Runtime.version(), version.getMessage());
    var suite =
        assertThrows(
            IllegalArgumentException.class,
            () -> tls(Engine.JDK, suites("TLSv1.2", "TLS_RSA_WITH_RC4_128_SHA")));
    assertEquals(
        "no cipher suite of TLS_RSA_WITH_RC4_128_SHA can be offered by jdk " + Runtime.version(),
        suite.getMessage());
  }
}
