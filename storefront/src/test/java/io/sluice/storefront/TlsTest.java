package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TlsTest {
  @Test
  void servesHttpsToThoseWhoTrustIt(@TempDir Path directory) throws Exception {
    DemoCertificate certificate = DemoCertificate.valid("127.0.0.1", "localhost");
    Encryption.PemFiles files = certificate.writeTo(directory);
    StorefrontOptions options =
        StorefrontOptions.defaults().withTls(files.certificate(), files.key());
    try (Storefront storefront = Storefront.start(options);
        HttpClient trusting =
            HttpClient.newBuilder().sslContext(Wire.trusting(certificate)).build();
        HttpClient strict = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(storefront.baseUri().resolve("/health")).build();
      assertEquals("https", request.uri().getScheme());
      assertEquals(200, trusting.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
      assertThrows(
          SSLHandshakeException.class,
          () -> strict.send(request, HttpResponse.BodyHandlers.ofString()));
      assertEquals(1, storefront.truth().snapshot().total());
    }
  }

  @Test
  void expiredCertificateIsServedAndRefused() throws Exception {
    DemoCertificate expired = DemoCertificate.expired("127.0.0.1");
    assertThrows(CertificateExpiredException.class, () -> expired.certificate().checkValidity());
    try (Storefront storefront = Storefront.start(StorefrontOptions.defaults().withTls(expired));
        HttpClient client = HttpClient.newBuilder().sslContext(Wire.trusting(expired)).build()) {
      HttpRequest request = HttpRequest.newBuilder(storefront.baseUri()).build();
      SSLHandshakeException refused =
          assertThrows(
              SSLHandshakeException.class,
              () -> client.send(request, HttpResponse.BodyHandlers.ofString()));
      assertTrue(String.valueOf(refused.getMessage()).contains("validity"), refused::toString);
    }
  }

  @Test
  void certificateHasTheAskedNamesAndValidity() throws Exception {
    Instant start = Instant.parse("2031-05-06T07:08:09Z");
    var certificate =
        DemoCertificate.selfSigned(List.of("shop.example.com", "::1"), start, Duration.ofDays(3))
            .certificate();
    assertEquals(start, certificate.getNotBefore().toInstant());
    assertEquals(start.plus(Duration.ofDays(3)), certificate.getNotAfter().toInstant());
    assertEquals(
        List.of("shop.example.com", "0:0:0:0:0:0:0:1"),
        certificate.getSubjectAlternativeNames().stream().map(name -> name.get(1)).toList());
  }

  @Test
  void impossibleCertificatesAreRefused(@TempDir Path directory) {
    Instant now = Instant.now();
    assertEquals(
        "a certificate must have at least one host, had none",
        assertThrows(IllegalArgumentException.class, DemoCertificate::valid).getMessage());
    assertEquals(
        "validity must be at least 1 day, was PT23H",
        assertThrows(
                IllegalArgumentException.class,
                () -> DemoCertificate.selfSigned(List.of("a"), now, Duration.ofHours(23)))
            .getMessage());
    Path missing = directory.resolve("missing.pem");
    assertThrows(
        IllegalArgumentException.class,
        () -> Storefront.start(StorefrontOptions.defaults().withTls(missing, missing)));
  }

  @ParameterizedTest
  @CsvSource({"h2 http/1.1, h2", "http/1.1, http/1.1", "http/1.1 h2, h2", "'', ''"})
  void protocolIsAgreedOnByAlpn(String offered, String agreed) throws Exception {
    try (Storefront storefront =
            Storefront.start(StorefrontOptions.defaults().withTls(Wire.CERTIFICATE));
        SSLSocket socket = open(Wire.trusting(Wire.CERTIFICATE), storefront)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(
          offered.isEmpty() ? new String[0] : offered.split(" ", -1));
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      assertEquals(agreed, socket.getApplicationProtocol());
    }
  }

  @Test
  void withoutAlpnItIsHttp11() throws Exception {
    try (Storefront storefront =
            Storefront.start(StorefrontOptions.defaults().withTls(Wire.CERTIFICATE));
        SSLSocket socket = open(Wire.trusting(Wire.CERTIFICATE), storefront)) {
      assertEquals("HTTP/1.1 200 OK", statusLine(socket));
    }
  }

  @Test
  void resetComesWithoutCloseNotify() throws Exception {
    StorefrontOptions options =
        StorefrontOptions.defaults().withTls(Wire.CERTIFICATE).withResetRate("100%");
    try (Storefront storefront = Storefront.start(options);
        SSLSocket socket = open(Wire.trusting(Wire.CERTIFICATE), storefront)) {
      assertThrows(SocketException.class, () -> statusLine(socket));
      assertEquals(1, storefront.truth().snapshot().reset());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void sessionIsResumed(String version) throws Exception {
    SSLContext client = Wire.trusting(Wire.CERTIFICATE);
    try (Storefront storefront =
        Storefront.start(StorefrontOptions.defaults().withTls(Wire.CERTIFICATE))) {
      List<Long> created = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        try (SSLSocket socket = open(client, storefront)) {
          socket.setEnabledProtocols(new String[] {version});
          assertEquals("HTTP/1.1 200 OK", statusLine(socket));
          assertEquals(version, socket.getSession().getProtocol());
          created.add(socket.getSession().getCreationTime());
        }
      }
      assertEquals(created.get(0), created.get(1), "a new session was made");
    }
  }

  @Test
  void demandedClientCertificateMustBeOfTheAuthority(@TempDir Path directory) throws Exception {
    DemoCertificate server = Wire.CERTIFICATE;
    DemoCertificate known = DemoCertificate.issued("load-generator");
    DemoCertificate stranger = DemoCertificate.issued("load-generator");
    StorefrontOptions options =
        StorefrontOptions.defaults()
            .withTls(server)
            .withClientAuthority(known.writeTrustAnchorTo(directory));
    try (Storefront storefront = Storefront.start(options)) {
      assertEquals("https", storefront.baseUri().getScheme());
      try (SSLSocket socket = open(Wire.trusting(server, known), storefront)) {
        assertEquals("HTTP/1.1 200 OK", statusLine(socket));
      }
      for (SSLContext refused : List.of(Wire.trusting(server), Wire.trusting(server, stranger))) {
        try (SSLSocket socket = open(refused, storefront)) {
          assertThrows(IOException.class, () -> statusLine(socket));
        }
      }
      try (HttpClient client =
          HttpClient.newBuilder().sslContext(Wire.trusting(server, known)).build()) {
        HttpRequest request = HttpRequest.newBuilder(storefront.baseUri()).build();
        HttpResponse<String> page = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(HttpClient.Version.HTTP_2, page.version());
      }
      assertEquals(2, storefront.truth().snapshot().total());
    }
  }

  @Test
  void clientCertificateNeedsTlsAndAnAuthority(@TempDir Path directory) {
    Path missing = directory.resolve("missing.pem");
    assertEquals(
        "a client certificate can be demanded over TLS only, was plain HTTP",
        assertThrows(
                IllegalArgumentException.class,
                () -> StorefrontOptions.defaults().withClientAuthority(missing))
            .getMessage());
    StorefrontOptions options =
        StorefrontOptions.defaults().withTls(Wire.CERTIFICATE).withClientAuthority(missing);
    assertThrows(IllegalArgumentException.class, () -> Storefront.start(options));
  }

  private static SSLSocket open(SSLContext client, Storefront storefront) throws IOException {
    SSLSocket socket =
        (SSLSocket) client.getSocketFactory().createSocket("127.0.0.1", storefront.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String statusLine(SSLSocket socket) throws IOException {
    byte[] request =
        "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    socket.getOutputStream().write(request);
    byte[] answer = socket.getInputStream().readAllBytes();
    return new String(answer, StandardCharsets.US_ASCII).lines().findFirst().orElse("");
  }
}
