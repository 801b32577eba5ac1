package io.sluice.engine.netty;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PEM file (RFC 7468).
 *
 * @param title what it is to the user, with its path: {@code the certificate authorities 'ca.pem'}
 * @param blocks what stands between {@code BEGIN} and {@code END}, in order; the text around them
 *     is commentary
 */
record CertificateFile(String title, List<Block> blocks) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  /** Of the older form of PEM (RFC 1421): lines such as {@code Proc-Type: 4,ENCRYPTED}. */
  private static final Pattern HEADERS = Pattern.compile("^\\s*((?:[A-Za-z-]+:[^\\n]*\\n)+)\\s*");

  /**
   * One block: what its label says it is.
   *
   * @param headers lines between the label and the content, mostly empty
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Block(String label, String headers, byte[] der) {}

  /**
   * Reads a file.
   *
   * @param what it is to the user
   * @throws IllegalArgumentException with a sentence, if it cannot be read
   */
  static CertificateFile read(String what, String path) {
    String title = what + " '" + path + "'";
    return of(title, new String(bytes(title, path), StandardCharsets.ISO_8859_1));
  }

  /** The same of a text. */
  static CertificateFile of(String title, String text) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      blocks.add(block(title, matcher.group(1), matcher.group(2)));
    }
    return new CertificateFile(title, List.copyOf(blocks));
  }

  private static Block block(String title, String label, String content) {
    Matcher headers = HEADERS.matcher(content);
    String given = headers.find() ? headers.group(1) : "";
    String base64 = content.substring(given.isEmpty() ? 0 : headers.end());
    try {
      return new Block(label, given, Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(title + " is broken: " + e.getMessage(), e);
    }
  }

  /** All bytes of a file; the title stands in the sentence where it cannot be read. */
  static byte[] bytes(String title, String path) {
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("cannot read " + title + ": there is no such file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + title + ": " + e.getMessage(), e);
    }
  }

  /**
   * Its certificates, in order; at least one.
   *
   * @throws IllegalArgumentException with a sentence, if there is none or one is broken
   */
  List<X509Certificate> certificates() {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Block block : blocks) {
      if (block.label().equals("CERTIFICATE")) {
        certificates.add(certificate(block, certificates.size() + 1));
      }
    }
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          "no certificate in %s: expected PEM (-----BEGIN CERTIFICATE-----)".formatted(title));
    }
    return certificates;
  }

  private X509Certificate certificate(Block block, int number) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "certificate %d in %s is broken: %s".formatted(number, title, e.getMessage()), e);
    }
  }
}
