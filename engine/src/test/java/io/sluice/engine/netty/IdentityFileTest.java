package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Certificate;
import io.sluice.model.plan.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityFileTest {
  @TempDir static Path directory;
  private static Certificate client;
  private static Certificate server;

  @BeforeAll
  static void makeFiles() throws Exception {
    Certificate.Authority authority = Certificate.Authority.create();
    client = authority.forClient("client");
    server = authority.forHost("localhost", -1, 30);
    file("chain.pem", client.pem());
    file("key.pem", client.keyPem());
    file("secret.pem", client.keyPem("word"));
    file("other.pem", server.keyPem());
    file("old.pem", client.keyPem().replace("PRIVATE", "DSA PRIVATE"));
    file("empty.pem", "nothing\n");
    file("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    file("nokey.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    file(
        "nosecret.pem",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
    file("text.p12", "nothing\n");
    client.pkcs12(directory.resolve("client.p12"), "word");
  }

  private static void file(String name, String text) throws Exception {
    Files.writeString(directory.resolve(name), text);
  }

  private static String path(String name) {
    return name.isEmpty() ? "" : directory.resolve(name).toString();
  }

  private static IdentityKeys read(String certificates, String key, String password) {
    return IdentityFile.read(new Network.Identity(path(certificates), path(key), password));
  }

  static Stream<Arguments> fitting() {
    return Stream.of(
        Arguments.of("chain.pem", "key.pem", ""),
        Arguments.of("chain.pem", "key.pem", "not needed"),
        Arguments.of("chain.pem", "secret.pem", "word"),
        Arguments.of("client.p12", "", "word"));
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void theKeyAndTheWholeChainAreRead(String certificates, String key, String password) {
    IdentityKeys keys = read(certificates, key, password);
    assertEquals("client", keys.chooseClientAlias(new String[] {"EC", "RSA"}, null, null));
    X509Certificate[] chain = keys.getCertificateChain("client");
    assertEquals(2, chain == null ? 0 : chain.length);
    PrivateKey read = keys.getPrivateKey("client");
    assertEquals("RSA", read == null ? "" : read.getAlgorithm());
  }

  @Test
  void anotherKindOfKeyIsNotShown() throws Exception {
    file("both.pem", server.keyPem() + server.pem());
    IdentityKeys keys = read("both.pem", "", "");
    assertEquals("client", keys.chooseEngineClientAlias(new String[] {"EC_RSA"}, null, null));
    assertEquals(null, keys.chooseEngineClientAlias(new String[] {"RSA", "ED"}, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "'', key.pem, '', the client's key 'key.pem' is of no use without its certificate",
        "no.pem, key.pem, '', cannot read the client's certificate 'no.pem': there is no such file",
        "chain.pem, no.pem, '', cannot read the client's key 'no.pem': there is no such file",
        "no.p12, '', '', cannot read the client's certificate 'no.p12': there is no such file",
        "empty.pem, key.pem, '', no certificate in the client's certificate 'empty.pem':"
            + " expected PEM (-----BEGIN CERTIFICATE-----)",
        "chain.pem, '', '', no private key in the client's certificate 'chain.pem':"
            + " expected PEM (-----BEGIN PRIVATE KEY-----)",
        "chain.pem, empty.pem, '', no private key in the client's key 'empty.pem':"
            + " expected PEM (-----BEGIN PRIVATE KEY-----)",
        "chain.pem, old.pem, '', \"the client's key 'old.pem' has an older form of key"
            + " (DSA PRIVATE KEY): expected PKCS#8, as of 'openssl pkcs8 -topk8'\"",
        "chain.pem, nokey.pem, '', \"the client's key 'nokey.pem' is broken, or a key of another"
            + " kind than RSA, EC, EdDSA\"",
        "chain.pem, secret.pem, '', the client's key 'secret.pem' is encrypted and needs a"
            + " password",
        "chain.pem, secret.pem, wrong, the client's key 'secret.pem' has another password",
        "chain.pem, other.pem, '', the client's key 'other.pem' does not belong to the first"
            + " certificate in the client's certificate 'chain.pem' (CN=client)",
        "client.p12, '', '', the client's certificate 'client.p12' is encrypted and needs a"
            + " password",
        "client.p12, '', wrong, the client's certificate 'client.p12' has another password"
      })
  void aFileThatDoesNotFitIsNamed(
      String certificates, String key, String password, String message) {
    assertEquals(message, refusal(certificates, key, password));
  }

  private static String refusal(String certificates, String key, String password) {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> read(unquoted(certificates), unquoted(key), unquoted(password)));
    return String.valueOf(e.getMessage())
        .replace(directory + directory.getFileSystem().getSeparator(), "");
  }

  private static String unquoted(String cell) {
    return cell.equals("''") ? "" : cell;
  }

  @Test
  void aBrokenFileIsNamed() {
    String chain = refusal("broken.pem", "", "");
    assertTrue(
        chain.startsWith("certificate 1 in the client's certificate 'broken.pem' is broken: "),
        chain);
    String store = refusal("text.p12", "", "word");
    assertTrue(store.startsWith("the client's certificate 'text.p12' is no PKCS#12 file: "), store);
    String key = refusal("chain.pem", "nosecret.pem", "word");
    assertTrue(key.startsWith("the client's key 'nosecret.pem' is broken: "), key);
  }
}
