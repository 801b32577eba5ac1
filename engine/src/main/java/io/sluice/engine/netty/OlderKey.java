package io.sluice.engine.netty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Private keys as they were before PKCS#8: RSA keys of PKCS#1 (RFC 8017, A.1.2) and EC keys of SEC
 * 1 (RFC 5915), encrypted as OpenSSL did it (RFC 1421 headers) or not.
 *
 * <p>PKCS#8 wraps just these: {@code SEQUENCE { 0, SEQUENCE { algorithm, parameters }, OCTET STRING
 * { the key } }}.
 */
final class OlderKey {
  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int CURVE = 0xA0;

  private static final Pattern ENCRYPTION =
      Pattern.compile("(?m)^DEK-Info:\\s*([A-Z0-9-]+),([0-9A-Fa-f]+)\\s*$");

  /** Key lengths in bytes by OpenSSL's names, and what Java calls the ciphers. */
  private static final Map<String, String> CIPHERS =
      Map.of(
          "AES-128-CBC", "16 AES",
          "AES-192-CBC", "24 AES",
          "AES-256-CBC", "32 AES",
          "DES-EDE3-CBC", "24 DESede");

  private OlderKey() {}

  /**
   * The same key as PKCS#8 has it.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static PKCS8EncodedKeySpec read(String title, CertificateFile.Block block, String password) {
    byte[] key =
        block.headers().contains("ENCRYPTED") ? decrypt(title, block, password) : block.der();
    byte[] algorithm = RSA;
    if (block.label().startsWith("EC")) {
      byte[] curve = curve(key);
      if (curve == null) {
        throw new IllegalArgumentException(title + " is broken, or does not name its curve");
      }
      algorithm = join(EC, curve);
    }
    return new PKCS8EncodedKeySpec(
        element(SEQUENCE, join(VERSION_0, element(SEQUENCE, algorithm), element(OCTETS, key))));
  }

  private static byte[] decrypt(String title, CertificateFile.Block block, String password) {
    if (password.isEmpty()) {
      throw IdentityFile.locked(title, password, null);
    }
    Matcher how = ENCRYPTION.matcher(block.headers());
    String cipher = how.find() ? CIPHERS.get(how.group(1)) : null;
    if (cipher == null) {
      throw new IllegalArgumentException(
          "%s is encrypted in a way that is not read: expected one of %s"
              .formatted(title, String.join(", ", CIPHERS.keySet().stream().sorted().toList())));
    }
    try {
      int length = Integer.parseInt(cipher.substring(0, 2));
      String algorithm = cipher.substring(3);
      byte[] start = HexFormat.of().parseHex(how.group(2));
      Cipher decryption = Cipher.getInstance(algorithm + "/CBC/PKCS5Padding");
      decryption.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(stretched(password, start, length), algorithm),
          new IvParameterSpec(start));
      return decryption.doFinal(block.der());
    } catch (BadPaddingException e) {
      throw IdentityFile.locked(title, password, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("%s is broken: %s".formatted(title, e.getMessage()), e);
    }
  }

  /** OpenSSL's EVP_BytesToKey: each digest is of the one before, the password and the salt. */
  private static byte[] stretched(String password, byte[] start, int length)
      throws GeneralSecurityException {
    byte[] salt = Arrays.copyOf(start, 8);
    byte[] key = {};
    byte[] last = {};
    while (key.length < length) {
      last =
          MessageDigest.getInstance("MD5")
              .digest(join(last, password.getBytes(StandardCharsets.UTF_8), salt));
      key = join(key, last);
    }
    return Arrays.copyOf(key, length);
  }

  /** The object identifier in the element {@code [0]} of an EC key; null if there is none. */
  private static byte @Nullable [] curve(byte[] key) {
    if (key.length < 4) {
      return null;
    }
    int at = content(key, 0);
    while (at + 2 < key.length) {
      int from = content(key, at);
      int to = from + length(key, at);
      if (to > key.length || to <= at) {
        return null;
      }
      if ((key[at] & 0xFF) == CURVE) {
        return Arrays.copyOfRange(key, from, to);
      }
      at = to;
    }
    return null;
  }

  // ---- DER (X.690): tag, length, content

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    return first < 0x80 ? first : first == 0x81 ? der[at + 2] & 0xFF : der.length;
  }

  private static int content(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
  }

  private static byte[] element(int tag, byte[] content) {
    byte[] length =
        content.length < 0x80
            ? new byte[] {(byte) content.length}
            : new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
    return join(new byte[] {(byte) tag}, length, content);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
