package io.sluice.engine.netty;

import io.sluice.engine.wire.TlsOffer;
import io.sluice.model.plan.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a client's certificate with its chain and its key, from PEM files or a PKCS#12 file. */
final class IdentityFile {
  private static final String CERTIFICATE = "the client's certificate";
  private static final String KEY = "the client's key";

  private IdentityFile() {}

  /**
   * Reads the files of an identity.
   *
   * @throws IllegalArgumentException with a sentence that names the file and what was expected
   */
  static IdentityKeys read(Network.Identity identity) {
    String path = identity.certificates();
    if (path.isEmpty()) {
      if (!identity.key().isEmpty()) {
        throw new IllegalArgumentException(
            "%s '%s' is of no use without its certificate".formatted(KEY, identity.key()));
      }
      return IdentityKeys.none();
    }
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".p12") || lower.endsWith(".pfx")
        ? pkcs12(path, identity.password())
        : pem(identity);
  }

  /**
   * The same of texts.
   *
   * @throws IllegalArgumentException with a sentence that names what was expected
   */
  static IdentityKeys read(TlsOffer.ClientCertificate certificate) {
    String chainTitle = certificate.title() + ".cert";
    String keyTitle = certificate.title() + ".key";
    List<X509Certificate> chain =
        CertificateFile.of(chainTitle, certificate.chain()).certificates();
    PrivateKey key =
        IdentityKey.read(CertificateFile.of(keyTitle, certificate.key()), certificate.password());
    return fitting(key, chain, keyTitle, chainTitle);
  }

  private static IdentityKeys pem(Network.Identity identity) {
    CertificateFile chain = CertificateFile.read(CERTIFICATE, identity.certificates());
    List<X509Certificate> certificates = chain.certificates();
    CertificateFile file =
        identity.key().isEmpty() ? chain : CertificateFile.read(KEY, identity.key());
    PrivateKey key = IdentityKey.read(file, identity.password());
    return fitting(key, certificates, file.title(), chain.title());
  }

  private static IdentityKeys pkcs12(String path, String password) {
    String title = CERTIFICATE + " '" + path + "'";
    byte[] bytes = CertificateFile.bytes(title, path);
    char[] letters = password.toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), letters);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, letters) instanceof PrivateKey key) {
          List<X509Certificate> chain =
              Arrays.stream(store.getCertificateChain(alias))
                  .map(X509Certificate.class::cast)
                  .toList();
          return fitting(key, chain, title, title);
        }
      }
    } catch (UnrecoverableKeyException e) {
      throw locked(title, password, e);
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException
          ? locked(title, password, e)
          : new IllegalArgumentException(
              "%s is no PKCS#12 file: %s".formatted(title, e.getMessage()), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "%s cannot be opened: %s".formatted(title, e.getMessage()), e);
    }
    throw new IllegalArgumentException("no private key in %s".formatted(title));
  }

  /** A file that its password does not open. */
  static IllegalArgumentException locked(String title, String password, @Nullable Exception cause) {
    String why = password.isEmpty() ? "is encrypted and needs a password" : "has another password";
    return new IllegalArgumentException(title + " " + why, cause);
  }

  private static IdentityKeys fitting(
      PrivateKey key, List<X509Certificate> chain, String keyTitle, String chainTitle) {
    X509Certificate own = chain.getFirst();
    if (!fits(key, own.getPublicKey())) {
      throw new IllegalArgumentException(
          "%s does not belong to the first certificate in %s (%s)"
              .formatted(keyTitle, chainTitle, own.getSubjectX500Principal().getName()));
    }
    return IdentityKeys.of(key, chain);
  }

  /** Whether what the one signs the other verifies. */
  private static boolean fits(PrivateKey key, PublicKey certified) {
    if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
      return false;
    }
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> key.getAlgorithm();
        };
    byte[] text = {1, 2, 3};
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(text);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
