package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Certificate;
import io.sluice.engine.fake.RawServer;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Network.Tls.Engine;
import io.sluice.model.plan.Network.Tls.Resumption;
import io.sluice.model.plan.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Handshakes against the JDK's server, with both providers. */
@Timeout(60)
class TlsHandshakeTest {
  private static final RawServer.Behaviour WAITING = RawServer.Connection::awaitEnd;
  private static final int PATIENCE = 20_000;

  @TempDir static Path directory;
  private static TlsCertificates certificates;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = new TlsCertificates(directory);
  }

  private static Tls tls(Network.Tls settings) {
    return Tls.of(settings, HttpVersion.AUTO);
  }

  private static String shakeHands(Tls tls, String host, RawServer server) throws IOException {
    try (server) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      socket.setSoTimeout(PATIENCE);
      return tls.shakeHands(new Target("https", host, server.port()), socket);
    }
  }

  private static String shakeHands(Tls tls, Certificate server) throws IOException {
    return shakeHands(tls, "localhost", RawServer.start(server.listen(), WAITING));
  }

  private static String shakeHands(Tls tls, Consumer<SSLParameters> settings) throws IOException {
    return shakeHands(
        tls, "localhost", RawServer.start(certificates.server.listen(settings), WAITING));
  }

  private static String refusal(Tls tls, String host, RawServer server) {
    return Tls.reason(assertThrows(IOException.class, () -> shakeHands(tls, host, server)));
  }

  private static String refusal(Tls tls, Certificate server) throws IOException {
    return refusal(tls, "localhost", RawServer.start(server.listen(), WAITING));
  }

  private static String refusal(Tls tls, Consumer<SSLParameters> settings) throws IOException {
    return refusal(
        tls, "localhost", RawServer.start(certificates.server.listen(settings), WAITING));
  }

  // ---- the server's certificate

  @ParameterizedTest
  @EnumSource(names = {"JDK", "BORINGSSL"})
  void onlyTheAuthoritiesOfThePlanAreTrusted(Engine engine) throws Exception {
    shakeHands(tls(certificates.trusting(engine)), certificates.server);
    assertEquals(
        "the certificate is not signed by a trusted authority",
        refusal(
            tls(
                new Network.Tls(
                    Network.Tls.Trust.VERIFY, "", Network.Identity.NONE, Resumption.ON, engine)),
            certificates.server));
    Certificate self = Certificate.selfSigned(-1, 30);
    assertEquals(
        "the certificate is not signed by a trusted authority",
        refusal(tls(certificates.trusting(engine)), self));
    shakeHands(tls(TlsCertificates.insecure(engine)), self);
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK", "BORINGSSL"})
  void aCertificateOfAnotherTimeOrHostIsRefused(Engine engine) throws Exception {
    Certificate expired = certificates.authority.forHost("localhost", -90, 30);
    Certificate early = certificates.authority.forHost("localhost", 10, 30);
    Certificate other = certificates.authority.forHost("other.example", -1, 30);
    Tls verifying = tls(certificates.trusting(engine));
    String late = refusal(verifying, expired);
    assertTrue(late.startsWith("the certificate has expired (NotAfter: "), late);
    String soon = refusal(verifying, early);
    assertTrue(soon.startsWith("the certificate is not valid yet (NotBefore: "), soon);
    assertEquals(
        "the certificate does not fit: No subject alternative DNS name matching localhost found.",
        refusal(verifying, other));
    Tls insecure = tls(TlsCertificates.insecure(engine));
    shakeHands(insecure, expired);
    shakeHands(insecure, early);
    shakeHands(insecure, other);
  }

  @ParameterizedTest
  @CsvSource({
    "JDK, localhost, localhost",
    "BORINGSSL, localhost, localhost",
    "JDK, localhost., localhost",
    "BORINGSSL, localhost., localhost",
    "JDK, 127.0.0.1, ''",
    "BORINGSSL, 127.0.0.1, ''"
  })
  void theServerIsAskedForTheTargetsName(Engine engine, String host, String name) throws Exception {
    RawServer server = RawServer.start(certificates.server.listen(), WAITING);
    shakeHands(tls(certificates.trusting(engine)), host, server);
    assertEquals(name, certificates.server.requestedName());
  }

  @ParameterizedTest
  @CsvSource({
    "JDK, ::1",
    "BORINGSSL, ::1",
    "JDK, a_b",
    "BORINGSSL, a_b",
    "JDK, a_b.example",
    "BORINGSSL, a_b.example",
    "JDK, www.example.org",
    "BORINGSSL, www.example.org"
  })
  void anyHostTakesAConnection(Engine engine, String host) throws Exception {
    RawServer server = RawServer.start(certificates.server.listen(), WAITING);
    shakeHands(tls(TlsCertificates.insecure(engine)), host, server);
    String name = host.startsWith("www") ? host : "";
    assertEquals(name, certificates.server.requestedName());
  }

  // ---- versions

  @ParameterizedTest
  @CsvSource({
    "JDK, AUTO, h2 http/1.1, h2",
    "BORINGSSL, AUTO, h2 http/1.1, h2",
    "JDK, AUTO, http/1.1, http/1.1",
    "BORINGSSL, AUTO, http/1.1, http/1.1",
    "JDK, HTTP_1_1, h2 http/1.1, http/1.1",
    "BORINGSSL, HTTP_1_1, h2 http/1.1, http/1.1",
    "JDK, HTTP_2, http/1.1 h2, h2",
    "BORINGSSL, HTTP_2, http/1.1 h2, h2",
    "JDK, HTTP_2, '', ''",
    "BORINGSSL, HTTP_2, '', ''"
  })
  void theVersionOfHttpIsAgreedOn(Engine engine, HttpVersion http, String offered, String chosen)
      throws Exception {
    Tls tls = Tls.of(certificates.trusting(engine), http);
    assertEquals(chosen, shakeHands(tls, parameters -> offer(parameters, offered)));
  }

  private static void offer(SSLParameters parameters, String protocols) {
    parameters.setApplicationProtocols(
        protocols.isEmpty() ? new String[0] : protocols.split(" ", -1));
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK", "BORINGSSL"})
  void aServerWithoutACommonVersionOrCipherRefuses(Engine engine) throws Exception {
    Tls http2 = Tls.of(certificates.trusting(engine), HttpVersion.HTTP_2);
    assertEquals(
        "the server speaks none of the offered versions of HTTP (no_application_protocol)",
        refusal(http2, parameters -> offer(parameters, "http/1.1")));
    assertEquals(
        "the server takes none of the offered ciphers, or wants a client certificate"
            + " (handshake_failure)",
        refusal(
            http2,
            parameters -> {
              parameters.setProtocols(new String[] {"TLSv1.2"});
              parameters.setCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"});
            }));
  }

  // ---- the client's certificate

  private static Consumer<SSLParameters> demanding(String version) {
    return parameters -> {
      parameters.setNeedClientAuth(true);
      parameters.setProtocols(new String[] {version});
    };
  }

  @ParameterizedTest
  @CsvSource({"JDK, TLSv1.2", "BORINGSSL, TLSv1.2", "JDK, TLSv1.3", "BORINGSSL, TLSv1.3"})
  void aClientsCertificateIsShown(Engine engine, String version) throws Exception {
    Certificate client = certificates.client;
    String prefix = engine + version;
    String chain = certificates.file(prefix + "-chain.pem", client.pem());
    String plain = certificates.file(prefix + "-key.pem", client.keyPem());
    String secret =
        certificates.file(prefix + "-secret.pem", client.keyPem(TlsCertificates.PASSWORD));
    String both = certificates.file(prefix + "-both.pem", client.keyPem() + client.pem());
    Path store = client.pkcs12(directory.resolve(prefix + ".PFX"), TlsCertificates.PASSWORD);
    for (Network.Identity identity :
        new Network.Identity[] {
          new Network.Identity(chain, plain, ""),
          new Network.Identity(chain, secret, TlsCertificates.PASSWORD),
          new Network.Identity(both, "", ""),
          new Network.Identity(store.toString(), "", TlsCertificates.PASSWORD)
        }) {
      Tls tls = tls(certificates.with(engine, identity, Resumption.ON));
      shakeHands(tls, demanding(version));
      shakeHands(tls, certificates.server);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "JDK, TLSv1.2, 'takes none of the offered ciphers, or wants a client certificate"
        + " (handshake_failure)'",
    "BORINGSSL, TLSv1.2, 'takes none of the offered ciphers, or wants a client certificate"
        + " (handshake_failure)'",
    "JDK, TLSv1.3, demands a client certificate (certificate_required)",
    "BORINGSSL, TLSv1.3, demands a client certificate (certificate_required)"
  })
  void aServerThatDemandsACertificateGetsNone(Engine engine, String version, String reason)
      throws Exception {
    Tls tls = tls(certificates.trusting(engine));
    assertEquals("the server " + reason, refusal(tls, demanding(version)));
    shakeHands(tls, parameters -> parameters.setWantClientAuth(true));
  }

  @ParameterizedTest
  @CsvSource({"JDK, TLSv1.2", "BORINGSSL, TLSv1.2", "JDK, TLSv1.3", "BORINGSSL, TLSv1.3"})
  void aServerThatDoesNotTrustTheClientSaysSo(Engine engine, String version) throws Exception {
    Certificate stranger = certificates.strangeClient;
    String both =
        certificates.file(engine + version + "-strange.pem", stranger.keyPem() + stranger.pem());
    Network.Identity identity = new Network.Identity(both, "", "");
    Tls tls = tls(certificates.with(engine, identity, Resumption.ON));
    assertEquals(
        "the server does not accept the client certificate, or the lack of one"
            + " (certificate_unknown)",
        refusal(tls, demanding(version)));
  }
}
