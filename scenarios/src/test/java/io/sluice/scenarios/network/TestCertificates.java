package io.sluice.scenarios.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * Files of one certificate in a folder, made with the JDK's keytool: {@code client.p12}, {@code
 * client.pem}, {@code client.key} (PKCS#8) and {@code both.pem}.
 */
public final class TestCertificates {
  /** Of {@code client.p12}. */
  public static final String PASSWORD = "hunter2-hunter2";

  private static final String ALIAS = "client";

  private TestCertificates() {}

  /** Writes the files. */
  public static void writeTo(Path folder) {
    try {
      Path store = folder.resolve("client.p12");
      keytool(store);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      String certificate = pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
      String key = pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
      Files.writeString(folder.resolve("client.pem"), certificate);
      Files.writeString(folder.resolve("client.key"), key);
      Files.writeString(folder.resolve("both.pem"), "A comment.\n" + certificate + key);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("keytool cannot make a certificate", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while keytool ran", e);
    }
  }

  private static void keytool(Path store) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString(),
                "-alias",
                ALIAS,
                "-dname",
                "CN=client")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool ended with " + process.exitValue());
    }
  }

  /** A block of PEM. */
  public static String pem(String label, byte[] content) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
