package io.sluice.k6.script.api;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** The Java side of {@code k6/crypto} and of WebCrypto: bytes in, bytes out. */
public final class CryptoApi {
  private static final Map<String, String> DIGESTS =
      Map.of(
          "md5", "MD5",
          "sha1", "SHA-1",
          "sha256", "SHA-256",
          "sha384", "SHA-384",
          "sha512", "SHA-512",
          "sha512_224", "SHA-512/224",
          "sha512_256", "SHA-512/256");
  private static final Map<String, String> MACS =
      Map.of(
          "md5", "HmacMD5",
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512",
          "sha512_224", "HmacSHA512/224",
          "sha512_256", "HmacSHA512/256");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final UserState user;

  /** The module for one user. */
  public CryptoApi(UserState user) {
    this.user = user;
  }

  /** Random bytes. */
  @HostAccess.Export
  public ByteBuffer random(int size) {
    if (size < 1) {
      throw user.error("invalid size");
    }
    var bytes = new byte[size];
    RANDOM.nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }

  /** A random UUID of version 4. */
  @HostAccess.Export
  public String uuid() {
    return UUID.randomUUID().toString();
  }

  /** A hash. */
  @HostAccess.Export
  public ByteBuffer hash(String algorithm, Value data) {
    try {
      byte[] input = Bytes.of(data);
      return ByteBuffer.wrap(
          switch (algorithm) {
            case "md4", "ripemd160" ->
                throw user.error(algorithm + " is not supported: the platform does not have it");
            default -> MessageDigest.getInstance(known(DIGESTS, algorithm)).digest(input);
          });
    } catch (GeneralSecurityException e) {
      throw user.error("hashing failed: " + e.getMessage());
    }
  }

  /** A keyed hash. */
  @HostAccess.Export
  public ByteBuffer hmac(String algorithm, Value key, Value data) {
    try {
      String name = known(MACS, algorithm);
      var mac = Mac.getInstance(name);
      byte[] secret = Bytes.of(key);
      mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, name));
      return ByteBuffer.wrap(mac.doFinal(Bytes.of(data)));
    } catch (GeneralSecurityException e) {
      throw user.error("signing failed: " + e.getMessage());
    }
  }

  /**
   * Encrypts or decrypts with AES.
   *
   * @param mode {@code AES-GCM}, {@code AES-CBC} or {@code AES-CTR}
   * @param iv initialisation vector or counter
   * @param extra additional data of GCM, may be empty
   * @param tagBits the length of GCM's tag
   */
  @HostAccess.Export
  public ByteBuffer aes(
      boolean encrypt, String mode, Value key, Value iv, Value extra, int tagBits, Value data) {
    String transformation =
        switch (mode.toUpperCase(Locale.ROOT)) {
          case "AES-GCM" -> "AES/GCM/NoPadding";
          case "AES-CBC" -> "AES/CBC/PKCS5Padding";
          case "AES-CTR" -> "AES/CTR/NoPadding";
          default ->
              throw user.error(
                  "NotSupportedError: "
                      + mode
                      + " is not supported: expected AES-GCM, AES-CBC or AES-CTR");
        };
    try {
      var cipher = Cipher.getInstance(transformation);
      byte[] start = Bytes.of(iv);
      boolean gcm = transformation.contains("GCM");
      cipher.init(
          encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
          new SecretKeySpec(Bytes.of(key), "AES"),
          gcm ? new GCMParameterSpec(tagBits, start) : new IvParameterSpec(start));
      byte[] additional = Bytes.of(extra);
      if (gcm && additional.length > 0) {
        cipher.updateAAD(additional);
      }
      return ByteBuffer.wrap(cipher.doFinal(Bytes.of(data)));
    } catch (GeneralSecurityException e) {
      throw user.error("OperationError: " + e.getMessage());
    }
  }

  private String known(Map<String, String> names, String algorithm) {
    String name = names.get(algorithm);
    if (name == null) {
      throw user.error("invalid algorithm: " + algorithm);
    }
    return name;
  }
}
