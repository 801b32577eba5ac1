package io.sluice.scenarios.network;

import io.sluice.model.plan.Network.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks whether files of certificates and keys hold what they should, so that a mistake is told
 * before the load. Each method throws {@link IllegalArgumentException} with a sentence, which never
 * holds a password.
 */
public final class CertificateFiles {
  private static final long LARGEST = 16L * 1024 * 1024;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String KEY = "PRIVATE KEY";
  private static final String ENCRYPTED_KEY = "ENCRYPTED PRIVATE KEY";

  private CertificateFiles() {}

  /** A PEM file of at least one certificate. */
  public static void requireAuthorities(String file) {
    requireCertificates(file, text(file));
  }

  /** A client's certificate, with its key where that has no file of its own. */
  public static void requireCertificate(Identity client) {
    String file = client.certificates();
    if (isPkcs12(file)) {
      requirePkcs12(file, client.password());
      return;
    }
    String text = text(file);
    requireCertificates(file, text);
    if (client.key().isEmpty()) {
      requireKey(file, text, client.password());
    }
  }

  /** The key of a client's certificate, where it has a file of its own. */
  public static void requireKey(Identity client) {
    if (client.certificates().isEmpty() && !client.equals(Identity.NONE)) {
      throw new IllegalArgumentException(
          "a key or a password needs a certificate, and none is given");
    }
    if (client.key().isEmpty()) {
      return;
    }
    if (isPkcs12(client.certificates())) {
      throw new IllegalArgumentException(
          "'%s' brings its own key, so that no other can be given"
              .formatted(client.certificates()));
    }
    requireKey(client.key(), text(client.key()), client.password());
  }

  private static boolean isPkcs12(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".p12") || name.endsWith(".pfx");
  }

  private static void requireCertificates(String file, String text) {
    List<String> certificates = blocks(text, CERTIFICATE);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' holds no certificate; expected PEM, or PKCS#12 in a file that ends in .p12 or .pfx"
              .formatted(file));
    }
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (String certificate : certificates) {
        byte[] bytes = Base64.getMimeDecoder().decode(certificate);
        factory.generateCertificate(new ByteArrayInputStream(bytes));
      }
    } catch (CertificateException | IllegalArgumentException e) {
      throw new IllegalArgumentException("a certificate in '" + file + "' is damaged", e);
    }
  }

  private static void requireKey(String file, String text, String password) {
    if (!blocks(text, ENCRYPTED_KEY).isEmpty()) {
      if (password.isEmpty()) {
        throw new IllegalArgumentException(
            "the key in '" + file + "' is encrypted, and no password is given");
      }
    } else if (blocks(text, KEY).isEmpty()) {
      Set<String> found =
          PEM.matcher(text)
              .results()
              .map(block -> block.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      throw new IllegalArgumentException(
          "'%s' holds no private key in PKCS#8 (BEGIN PRIVATE KEY), only %s"
              .formatted(file, found.isEmpty() ? "something that is no PEM" : found));
    }
  }

  private static void requirePkcs12(String file, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes(file)), password.toCharArray());
      boolean hasKey = false;
      for (String alias : Collections.list(store.aliases())) {
        hasKey |= store.isKeyEntry(alias);
      }
      if (!hasKey) {
        throw new IllegalArgumentException("'" + file + "' holds no private key");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("'" + file + "' is not a PKCS#12 file", e);
    } catch (IOException e) {
      if (!(e.getCause() instanceof UnrecoverableKeyException)) {
        throw new IllegalArgumentException("'" + file + "' is not a PKCS#12 file", e);
      }
      throw new IllegalArgumentException(
          password.isEmpty()
              ? "'" + file + "' is protected by a password, and none is given"
              : "the password does not open '" + file + "'",
          e);
    }
  }

  private static List<String> blocks(String text, String label) {
    return PEM.matcher(text)
        .results()
        .filter(block -> block.group(1).equals(label))
        .map((MatchResult block) -> block.group(2))
        .toList();
  }

  private static String text(String file) {
    return new String(bytes(file), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String file) {
    try {
      Path path = Path.of(file);
      if (Files.notExists(path)) {
        throw new IllegalArgumentException("there is no file '" + file + "'");
      }
      if (!Files.isRegularFile(path)) {
        throw new IllegalArgumentException("'" + file + "' is not a file");
      }
      if (!Files.isReadable(path)) {
        throw new IllegalArgumentException("'" + file + "' cannot be read: permission denied");
      }
      if (Files.size(path) > LARGEST) {
        throw new IllegalArgumentException("'" + file + "' is larger than 16 MiB");
      }
      return Files.readAllBytes(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + file + "' is not the name of a file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("'" + file + "' cannot be read", e);
    }
  }
}
