package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {
  @Test
  void servesHttpsToThoseWhoTrustIt(@TempDir Path directory) throws Exception {
    DemoCertificate certificate = DemoCertificate.valid("127.0.0.1", "localhost");
    Encryption.PemFiles files = certificate.writeTo(directory);
    StorefrontOptions options =
        StorefrontOptions.defaults().withTls(files.certificate(), files.key());
    try (Storefront storefront = Storefront.start(options);
        HttpClient trusting = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
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
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(expired)).build()) {
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

  private static SSLContext trusting(DemoCertificate certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("demo", certificate.trustAnchor());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, factory.getTrustManagers(), null);
    return tls;
  }
}
