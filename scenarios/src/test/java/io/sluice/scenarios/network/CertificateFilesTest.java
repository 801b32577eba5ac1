package io.sluice.scenarios.network;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.model.plan.Network.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateFilesTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void writeFiles() throws Exception {
    TestCertificates.writeTo(folder);
    byte[] junk = {1, 2, 3};
    Files.writeString(folder.resolve("damaged.pem"), TestCertificates.pem("CERTIFICATE", junk));
    Files.writeString(
        folder.resolve("encrypted.key"), TestCertificates.pem("ENCRYPTED PRIVATE KEY", junk));
    Files.writeString(folder.resolve("old.key"), TestCertificates.pem("EC PRIVATE KEY", junk));
    Files.writeString(folder.resolve("text.pem"), "hello");
    Files.write(folder.resolve("junk.p12"), junk);
    Files.copy(folder.resolve("client.p12"), folder.resolve("client.pkcs12"));
    Files.createDirectory(folder.resolve("folder"));
    keyStoreWithoutKey(folder.resolve("trust.p12"));
  }

  private static void keyStoreWithoutKey(Path file) throws Exception {
    var store = java.security.KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var in = Files.newInputStream(folder.resolve("client.pem"))) {
      store.setCertificateEntry(
          "a", java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    try (var out = Files.newOutputStream(file)) {
      store.store(out, TestCertificates.PASSWORD.toCharArray());
    }
  }

  private static String path(String name) {
    return name.isEmpty() ? "" : folder.resolve(name).toString();
  }

  private static Identity identity(String certificate, String key, String password) {
    return new Identity(
        path(certificate),
        path(key),
        password.equals("right") ? TestCertificates.PASSWORD : password);
  }

  private static void requireAll(Identity client) {
    CertificateFiles.requireCertificate(client);
    CertificateFiles.requireKey(client);
  }

  @ParameterizedTest
  @CsvSource({
    "client.p12, '', right",
    "client.pem, client.key, ''",
    "both.pem, '', ''",
    "client.pem, encrypted.key, some",
    "both.pem, client.key, unneeded",
  })
  void whatIsWholeIsTaken(String certificate, String key, String password) {
    assertDoesNotThrow(() -> requireAll(identity(certificate, key, password)));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "none.pem | \"\" | \"\" | there is no file 'none.pem'",
        "folder | \"\" | \"\" | 'folder' is not a file",
        "text.pem | \"\" | \"\" | 'text.pem' holds no certificate; expected PEM, or PKCS#12 in a"
            + " file that ends in .p12 or .pfx",
        "client.pkcs12 | \"\" | right | 'client.pkcs12' holds no certificate; expected PEM, or"
            + " PKCS#12 in a file that ends in .p12 or .pfx",
        "damaged.pem | client.key | \"\" | a certificate in 'damaged.pem' is damaged",
        "client.pem | \"\" | \"\" | 'client.pem' holds no private key in PKCS#8 (BEGIN PRIVATE"
            + " KEY), only [CERTIFICATE]",
        "client.pem | old.key | \"\" | 'old.key' holds no private key in PKCS#8 (BEGIN PRIVATE"
            + " KEY), only [EC PRIVATE KEY]",
        "client.pem | text.pem | \"\" | 'text.pem' holds no private key in PKCS#8 (BEGIN PRIVATE"
            + " KEY), only something that is no PEM",
        "client.pem | encrypted.key | \"\" | the key in 'encrypted.key' is encrypted, and no"
            + " password is given",
        "client.pem | none.key | \"\" | there is no file 'none.key'",
        "client.p12 | \"\" | \"\" | 'client.p12' is protected by a password, and none is given",
        "client.p12 | \"\" | wrong | the password does not open 'client.p12'",
        "client.p12 | client.key | right | 'client.p12' brings its own key, so that no other can be"
            + " given",
        "junk.p12 | \"\" | right | 'junk.p12' is not a PKCS#12 file",
        "trust.p12 | \"\" | right | 'trust.p12' holds no private key",
      })
  void whatIsNotIsRefused(String certificate, String key, String password, String message) {
    String actual =
        assertThrows(
                IllegalArgumentException.class,
                () -> requireAll(identity(certificate, key, password)))
            .getMessage();
    assertEquals(message, String.valueOf(actual).replace(folder + "/", ""));
  }

  @Test
  void aKeyOrPasswordAloneIsRefused() {
    for (Identity alone : new Identity[] {identity("", "client.key", ""), identity("", "", "x")}) {
      assertEquals(
          "a key or a password needs a certificate, and none is given",
          assertThrows(IllegalArgumentException.class, () -> CertificateFiles.requireKey(alone))
              .getMessage());
    }
    assertDoesNotThrow(() -> CertificateFiles.requireKey(Identity.NONE));
  }

  @Test
  void authoritiesAreCertificates() throws IOException {
    Path two = folder.resolve("two.pem");
    Files.writeString(two, Files.readString(folder.resolve("client.pem")).repeat(2));
    assertDoesNotThrow(() -> CertificateFiles.requireAuthorities(two.toString()));
    assertThrows(
        IllegalArgumentException.class,
        () -> CertificateFiles.requireAuthorities(path("client.key")));
    assertThrows(IllegalArgumentException.class, () -> CertificateFiles.requireAuthorities("a\0b"));
  }
}
