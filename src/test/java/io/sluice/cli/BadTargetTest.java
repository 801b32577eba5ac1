package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.DemoCertificate;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that cannot be loaded: one sentence, exit code 2, no load and no folder. */
final class BadTargetTest {
  @TempDir private Path folder;

  private void refused(String sentence, Invocation ended) {
    assertEquals(sentence + "\n", ended.err());
    assertEquals(2, ended.code());
    assertEquals("", ended.out());
    assertTrue(Files.notExists(folder.resolve("run")), "a folder was made");
  }

  private Invocation hit(String url, String... more) {
    return Invocation.of(
        Argv.of(more, "hit", url, "--users=1", "--duration=1s", "--out=" + folder.resolve("run")));
  }

  @Test
  void notHttp() throws Exception {
    try (RawServer server = RawServer.greeting("SSH-2.0-OpenSSH_9.6\r\n")) {
      refused(
          ("sluice: the set-up failed: 'hit setup' (GET %s/): not an HTTP/1.x response:"
                  + " 'SSH-2.0-OpenSSH_9.6'; no load was made")
              .formatted(server.uri()),
          hit(server.uri()));
    }
  }

  @Test
  void anAnswerCutInTheMiddle() throws Exception {
    try (RawServer server =
        RawServer.answering((number, line) -> RawServer.Answer.cutInTheMiddle())) {
      refused(
          ("sluice: the set-up failed: 'hit setup' (GET %s/): connection closed after"
                  + " 48 bytes of the response; no load was made")
              .formatted(server.uri()),
          hit(server.uri()));
    }
  }

  @Test
  void aShopThatIsNotHealthy() throws Exception {
    try (Storefront shop =
        Storefront.start(StorefrontOptions.defaults().withErrorRate("health=100%"))) {
      refused(
          "sluice: the set-up failed: 'health' (GET %s/health): status 500; no load was made"
              .formatted(shop.baseUri()),
          Invocation.of(
              "run",
              ShippedScenario.copyTo(folder, "storefront").toString(),
              "--profile=quick",
              "--env=BASE_URL=" + shop.baseUri(),
              "--out=" + folder.resolve("run")));
      assertEquals(1, shop.truth().snapshot().total());
    }
  }

  @Test
  void aCertificateThatNobodyTrusts() {
    DemoCertificate selfSigned = DemoCertificate.valid("127.0.0.1", "localhost");
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults().withTls(selfSigned))) {
      refused(
          ("sluice: %s: no TLS: the certificate is not signed by a trusted authority; no"
                  + " load was made (--insecure skips the check of certificates)")
              .formatted(shop.baseUri()),
          hit(shop.baseUri() + "/health"));
      assertEquals(0, shop.truth().snapshot().total());
    }
  }

  @Test
  void insecureDoesNotAskForTrustAndSaysSo() throws Exception {
    DemoCertificate selfSigned = DemoCertificate.valid("elsewhere.example");
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults().withTls(selfSigned))) {
      Invocation ended = hit(shop.baseUri() + "/health", "--insecure", "--slo=error_rate < 5%");

      assertEquals(0, ended.code(), ended.out() + ended.err());
      assertTrue(ended.out().contains("certificates were not verified"), ended.out());
      StoredRun run = new StoredRun(folder.resolve("run"));
      assertTrue(run.summary().path("insecure").asBoolean());
      assertEquals(shop.truth().snapshot().total() - 1, run.outcome("hit", "ok"));
      String page = Files.readString(run.folder().resolve("report.html"));
      assertTrue(page.contains("not verified"), "the report does not say it");
    }
  }

  @Test
  void httpsToAPortThatSpeaksHttp() {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      String url = shop.baseUri().toString().replace("http:", "https:");
      Invocation ended = hit(url);
      assertEquals(2, ended.code());
      assertTrue(ended.err().startsWith("sluice: " + url + ": no TLS: "), ended.err());
      assertEquals(1, ended.err().lines().count(), ended.err());
    }
  }

  @Test
  void aCertificateThatHasExpired() throws Exception {
    DemoCertificate expired = DemoCertificate.expired("127.0.0.1");
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults().withTls(expired));
        SluiceProcess process = trusting(expired, shop.baseUri() + "/health")) {
      assertEquals(2, process.exitCode(), process.err());
      String sentence = process.err().strip();
      assertTrue(
          sentence.startsWith(
              "sluice: " + shop.baseUri() + ": no TLS: the certificate has expired ("),
          sentence);
      assertTrue(sentence.contains("; no load was made"), sentence);
      assertEquals(1, sentence.lines().count(), sentence);
      assertTrue(Files.notExists(folder.resolve("run")), "a folder was made");
    }
  }

  @Test
  void aCertificateThatIsTrustedAndValid() throws Exception {
    DemoCertificate valid = DemoCertificate.valid("127.0.0.1");
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults().withTls(valid));
        SluiceProcess process = trusting(valid, shop.baseUri() + "/health")) {
      assertEquals(0, process.exitCode(), process.out() + process.err());
      StoredRun run = new StoredRun(folder.resolve("run"));
      assertEquals(shop.truth().snapshot().total() - 1, run.outcome("hit", "ok"));
    }
  }

  @Test
  void aCertificateForAnotherHost() throws Exception {
    DemoCertificate other = DemoCertificate.valid("elsewhere.example");
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults().withTls(other));
        SluiceProcess process = trusting(other, shop.baseUri() + "/health")) {
      assertEquals(2, process.exitCode(), process.err());
      assertTrue(process.err().contains("no TLS: the certificate does not fit: "), process.err());
    }
  }

  private SluiceProcess trusting(DemoCertificate certificate, String url) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    char[] password = "changeit".toCharArray();
    store.load(null, password);
    store.setCertificateEntry("trusted", certificate.trustAnchor());
    Path file = folder.resolve("trust.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    return SluiceProcess.start(
        folder,
        List.of(
            "-Djavax.net.ssl.trustStore=" + file,
            "-Djavax.net.ssl.trustStorePassword=changeit",
            "-Djavax.net.ssl.trustStoreType=PKCS12"),
        "hit",
        url,
        "--users=1",
        "--duration=1s",
        "--slo=error_rate < 5%",
        "--out=" + folder.resolve("run"));
  }
}
