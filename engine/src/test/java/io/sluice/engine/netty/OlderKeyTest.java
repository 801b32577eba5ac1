package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that OpenSSL wrote in its older forms are those that it wrote in the newer one. */
class OlderKeyTest {
  private static String text(String name) throws IOException {
    try (InputStream in = OlderKeyTest.class.getResourceAsStream("keys/" + name + ".pem")) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static PrivateKey key(String text, String password) {
    return IdentityKey.read(CertificateFile.of("it", text), password);
  }

  /** The number that is the secret; forms differ in whether they have the public key, too. */
  private static BigInteger secret(PrivateKey key) {
    return switch (key) {
      case RSAPrivateKey rsa -> rsa.getPrivateExponent();
      case ECPrivateKey ec -> ec.getS();
      default -> throw new IllegalArgumentException(key.getAlgorithm());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "rsa, rsa.pk8, ''",
    "rsa, rsa.pk8, not needed",
    "ec, ec.pk8, ''",
    "rsa-aes128, rsa.pk8, word",
    "rsa-aes256, rsa.pk8, word",
    "rsa-des3, rsa.pk8, word",
    "ec-aes256, ec.pk8, word"
  })
  void itIsTheSameKey(String older, String newer, String password) throws IOException {
    assertEquals(secret(key(text(newer), "")), secret(key(text(older), password)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rsa-aes256 | '' | it is encrypted and needs a password",
        "ec-aes256 | wrong | it has another password",
        "rsa-camellia | word | it is encrypted in a way that is not read: expected one of"
            + " AES-128-CBC, AES-192-CBC, AES-256-CBC, DES-EDE3-CBC",
      })
  void whatItCannotBeReadForIsSaid(String name, String password, String sentence)
      throws IOException {
    String text = text(name);
    var e = assertThrows(IllegalArgumentException.class, () -> key(text, password));
    assertEquals(sentence, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"MA==", "MAMCAQE=", "MIIBAgIBAQ==", "MAegggFAAAAA"})
  void anEcKeyThatIsCutOffIsBroken(String content) {
    String text = "-----BEGIN EC PRIVATE KEY-----\n" + content + "\n-----END EC PRIVATE KEY-----\n";
    var e = assertThrows(IllegalArgumentException.class, () -> key(text, ""));
    assertEquals("it is broken, or does not name its curve", e.getMessage());
  }
}
