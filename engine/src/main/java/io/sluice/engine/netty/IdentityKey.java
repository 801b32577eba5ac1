package io.sluice.engine.netty;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads a private key in PEM, encrypted or not: PKCS#8 (RFC 5958), or an {@link OlderKey}. */
final class IdentityKey {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private IdentityKey() {}

  /**
   * The first private key in a file.
   *
   * @throws IllegalArgumentException with a sentence, if there is none or it cannot be read
   */
  static PrivateKey read(CertificateFile file, String password) {
    for (CertificateFile.Block block : file.blocks()) {
      switch (block.label()) {
        case "PRIVATE KEY" -> {
          return key(file.title(), new PKCS8EncodedKeySpec(block.der()));
        }
        case "ENCRYPTED PRIVATE KEY" -> {
          return key(file.title(), decrypt(file.title(), block.der(), password));
        }
        case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> {
          return key(file.title(), OlderKey.read(file.title(), block, password));
        }
        case "DSA PRIVATE KEY" ->
            throw new IllegalArgumentException(
                "%s has an older form of key (%s): expected PKCS#8, as of 'openssl pkcs8 -topk8'"
                    .formatted(file.title(), block.label()));
        default -> {}
      }
    }
    throw new IllegalArgumentException(
        "no private key in %s: expected PEM (-----BEGIN PRIVATE KEY-----)".formatted(file.title()));
  }

  private static PrivateKey key(String title, PKCS8EncodedKeySpec spec) {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        // of another kind
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("the Java runtime has no " + algorithm, e);
      }
    }
    throw new IllegalArgumentException(
        "%s is broken, or a key of another kind than %s"
            .formatted(title, String.join(", ", ALGORITHMS)));
  }

  private static PKCS8EncodedKeySpec decrypt(String title, byte[] der, String password) {
    if (password.isEmpty()) {
      throw IdentityFile.locked(title, password, null);
    }
    EncryptedPrivateKeyInfo encrypted;
    try {
      encrypted = new EncryptedPrivateKeyInfo(der);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s is broken: %s".formatted(title, e.getMessage()), e);
    }
    PBEKeySpec letters = new PBEKeySpec(password.toCharArray());
    Cipher cipher;
    try {
      String scheme = encrypted.getAlgName();
      SecretKey secret = SecretKeyFactory.getInstance(scheme).generateSecret(letters);
      cipher = Cipher.getInstance(scheme);
      cipher.init(Cipher.DECRYPT_MODE, secret, encrypted.getAlgParameters());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "%s is encrypted in a way that the Java runtime cannot read: %s"
              .formatted(title, e.getMessage()),
          e);
    } finally {
      letters.clearPassword();
    }
    try {
      return encrypted.getKeySpec(cipher);
    } catch (InvalidKeySpecException e) {
      throw IdentityFile.locked(title, password, e);
    }
  }
}
