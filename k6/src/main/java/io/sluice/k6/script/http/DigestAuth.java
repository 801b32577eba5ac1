package io.sluice.k6.script.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers a challenge of HTTP digest authentication, RFC 7616: MD5 and SHA-256, with {@code
 * qop=auth} or without.
 */
final class DigestAuth {
  private static final Pattern PART = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");
  private static final SecureRandom RANDOM = new SecureRandom();

  private DigestAuth() {}

  /**
   * The {@code Authorization} header.
   *
   * @param challenge the {@code WWW-Authenticate} header
   * @param userInfo user, colon, password
   * @return null if the challenge is no digest, or of a kind that is not spoken
   */
  static @Nullable String answer(String challenge, String userInfo, String method, String path) {
    if (!challenge.toLowerCase(Locale.ROOT).startsWith("digest ")) {
      return null;
    }
    Map<String, String> parts = new HashMap<>();
    var found = PART.matcher(challenge);
    while (found.find()) {
      parts.put(
          found.group(1).toLowerCase(Locale.ROOT),
          found.group(2) != null ? found.group(2) : found.group(3));
    }
    String algorithm = parts.getOrDefault("algorithm", "MD5");
    var bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    String clientNonce = HexFormat.of().formatHex(bytes);
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    String realm = parts.getOrDefault("realm", "");
    String nonce = parts.getOrDefault("nonce", "");
    boolean qop = parts.getOrDefault("qop", "").contains("auth");
    try {
      var digest =
          MessageDigest.getInstance(
              algorithm.toUpperCase(Locale.ROOT).startsWith("SHA-256") ? "SHA-256" : "MD5");
      String secret = hash(digest, user + ":" + realm + ":" + password);
      String asked = hash(digest, method + ":" + path);
      String middle = qop ? ":00000001:" + clientNonce + ":auth:" : ":";
      String response = hash(digest, secret + ":" + nonce + middle + asked);
      return "Digest username=\""
          + user
          + "\", realm=\""
          + realm
          + "\", nonce=\""
          + nonce
          + "\", uri=\""
          + path
          + "\", response=\""
          + response
          + "\", algorithm="
          + algorithm
          + (qop ? ", qop=auth, nc=00000001, cnonce=\"" + clientNonce + "\"" : "")
          + (parts.containsKey("opaque") ? ", opaque=\"" + parts.get("opaque") + "\"" : "");
    } catch (NoSuchAlgorithmException e) {
      return null;
    }
  }

  private static String hash(MessageDigest digest, String text) {
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
