package io.sluice.storefront;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the JDK's {@code keytool}: the JDK's public API can read certificates but not make them. */
final class Keytool {
  private static final String SERVER = "server";
  private static final String AUTHORITY = "authority";
  private static final String PASSWORD = "demo-only";

  /** keytool reads dates in the zone of its own process. */
  private static final DateTimeFormatter LOCAL_DATE =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private Keytool() {}

  /** A certificate that signed itself. */
  static DemoCertificate selfSigned(List<String> hosts, Instant notBefore, long days)
      throws IOException, GeneralSecurityException {
    return inTemporaryStore(store -> run(serverKey(store, hosts, notBefore, days)));
  }

  /** A certificate that was signed by an authority made for it, which is valid for ten years. */
  static DemoCertificate issued(List<String> hosts, Instant notBefore, long days)
      throws IOException, GeneralSecurityException {
    return inTemporaryStore(
        store -> {
          run(authorityKey(store, notBefore));
          List<String> signed = new ArrayList<>(serverKey(store, hosts, notBefore, days));
          signed.addAll(List.of("-signer", AUTHORITY));
          run(signed);
        });
  }

  private interface Filling {
    void fill(Path store) throws IOException;
  }

  private static DemoCertificate inTemporaryStore(Filling filling)
      throws IOException, GeneralSecurityException {
    Path directory = Files.createTempDirectory("storefront-certificate");
    Path store = directory.resolve("store.p12");
    try {
      filling.fill(store);
      return read(store);
    } finally {
      Files.deleteIfExists(store);
      Files.delete(directory);
    }
  }

  private static List<String> authorityKey(Path store, Instant notBefore) {
    return keyPair(store, AUTHORITY, "CN=Demo authority", "bc:c", notBefore, 3_650);
  }

  private static List<String> serverKey(
      Path store, List<String> hosts, Instant notBefore, long days) {
    String names =
        hosts.stream()
            .map(host -> (isAddress(host) ? "ip:" : "dns:") + host)
            .collect(Collectors.joining(","));
    String subject = "CN=" + hosts.getFirst().replace(":", "-");
    return keyPair(store, SERVER, subject, "san=" + names, notBefore, days);
  }

  private static List<String> keyPair(
      Path store, String alias, String subject, String extension, Instant notBefore, long days) {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -keyalg EC -groupname secp256r1 -storetype PKCS12 -storepass " + PASSWORD;
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(Arrays.asList(options.split(" ", -1)));
    command.addAll(List.of("-keystore", store.toString(), "-alias", alias));
    command.addAll(List.of("-dname", subject, "-ext", extension));
    command.addAll(List.of("-startdate", LOCAL_DATE.format(notBefore)));
    command.addAll(List.of("-validity", Long.toString(days)));
    return command;
  }

  private static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      process.getOutputStream().close();
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while keytool ran", e);
    }
  }

  private static DemoCertificate read(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    List<X509Certificate> chain =
        Arrays.stream(keys.getCertificateChain(SERVER)).map(X509Certificate.class::cast).toList();
    return new DemoCertificate(chain, (PrivateKey) keys.getKey(SERVER, PASSWORD.toCharArray()));
  }
}
