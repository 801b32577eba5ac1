package io.sluice.storefront;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * A certificate with its key, for demos and tests; nobody trusts it who was not told to.
 *
 * @param chain the certificate and, if it is not self-signed, the authority that signed it
 * @param key the certificate's elliptic-curve key on P-256
 */
public record DemoCertificate(List<X509Certificate> chain, PrivateKey key) {
  public DemoCertificate {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a chain must have at least one certificate, had none");
    }
  }

  /** What the server presents as its own. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** What a client must trust to trust the certificate: itself, or the authority. */
  public X509Certificate trustAnchor() {
    return chain.getLast();
  }

  /** A self-signed certificate that is valid from yesterday for 30 days. */
  public static DemoCertificate valid(String... hosts) {
    return selfSigned(List.of(hosts), Instant.now().minus(1, ChronoUnit.DAYS), Duration.ofDays(30));
  }

  /**
   * A certificate that is valid from yesterday for 30 days, signed by an authority of its own. As
   * good for a client as for a server; a client needs no host but any name.
   */
  public static DemoCertificate issued(String... hosts) {
    Instant notBefore = Instant.now().minus(1, ChronoUnit.DAYS);
    return make(List.of(hosts), notBefore, Duration.ofDays(30), Keytool::issued);
  }

  /**
   * A certificate that was valid for 10 days and expired 10 days ago, signed by an authority of its
   * own: the JDK never looks at the dates of a certificate that is trusted itself.
   */
  public static DemoCertificate expired(String... hosts) {
    Instant notBefore = Instant.now().minus(20, ChronoUnit.DAYS);
    return make(List.of(hosts), notBefore, Duration.ofDays(10), Keytool::issued);
  }

  /**
   * Makes a certificate with the JDK's {@code keytool}.
   *
   * @param hosts DNS names or IP addresses, at least one
   * @param notBefore the beginning of its validity, to the second
   * @param validity whole days, at least one
   * @throws IllegalStateException if keytool is missing or fails
   */
  public static DemoCertificate selfSigned(
      List<String> hosts, Instant notBefore, Duration validity) {
    return make(hosts, notBefore, validity, Keytool::selfSigned);
  }

  private interface Maker {
    DemoCertificate make(List<String> hosts, Instant notBefore, long days)
        throws IOException, GeneralSecurityException;
  }

  private static DemoCertificate make(
      List<String> hosts, Instant notBefore, Duration validity, Maker maker) {
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("a certificate must have at least one host, had none");
    }
    if (validity.toDays() < 1) {
      throw new IllegalArgumentException("validity must be at least 1 day, was " + validity);
    }
    try {
      return maker.make(hosts, notBefore, validity.toDays());
    } catch (IOException e) {
      throw new UncheckedIOException("keytool cannot make a certificate", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the certificate that keytool made cannot be read", e);
    }
  }

  /**
   * Writes {@code certificate.pem} and {@code key.pem}.
   *
   * @param directory an existing directory
   */
  public Encryption.PemFiles writeTo(Path directory) {
    try {
      Path certificateFile = directory.resolve("certificate.pem");
      Path keyFile = directory.resolve("key.pem");
      StringBuilder certificates = new StringBuilder();
      for (X509Certificate link : chain) {
        certificates.append(pem("CERTIFICATE", link.getEncoded()));
      }
      Files.writeString(certificateFile, certificates);
      Files.writeString(keyFile, pem("PRIVATE KEY", key.getEncoded()));
      return new Encryption.PemFiles(certificateFile, keyFile);
    } catch (IOException e) {
      throw new UncheckedIOException("the certificate cannot be written to " + directory, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the certificate cannot be encoded", e);
    }
  }

  /**
   * Writes what the other side must trust to {@code authority.pem}.
   *
   * @param directory an existing directory
   */
  public Path writeTrustAnchorTo(Path directory) {
    try {
      Path file = directory.resolve("authority.pem");
      return Files.writeString(file, pem("CERTIFICATE", trustAnchor().getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException("the authority cannot be written to " + directory, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the authority cannot be encoded", e);
    }
  }

  private static String pem(String type, byte[] content) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "DemoCertificate[" + certificate().getSubjectX500Principal() + "]";
  }
}
