package io.sluice.cli.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Who may read: everyone who can connect, or whoever knows a token. Immutable. */
public final class Access {
  private static final int SHORTEST_TOKEN = 8;
  private static final int GENERATED_BYTES = 24;
  private static final Access OPEN = new Access("", "");

  private final String token;
  private final String announced;

  private Access(String token, String announced) {
    this.token = token;
    this.announced = announced;
  }

  /**
   * What a binding demands: the token that was given; on the loopback address none where none was
   * given; elsewhere a generated one.
   *
   * @param token that was given, or empty
   * @throws IllegalArgumentException with the rule, without the token
   */
  public static Access of(Binding binding, String token) {
    if (!token.isEmpty()) {
      return known(token);
    }
    return binding.isLoopback() ? OPEN : generated();
  }

  private static Access known(String token) {
    boolean fits =
        token.length() >= SHORTEST_TOKEN && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (!fits) {
      throw new IllegalArgumentException(
          "expected a token of %d or more printable ASCII characters without blanks"
              .formatted(SHORTEST_TOKEN));
    }
    return new Access(token, "");
  }

  private static Access generated() {
    byte[] random = new byte[GENERATED_BYTES];
    new SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    return new Access(token, token);
  }

  /** Whether a token is demanded. */
  public boolean demandsToken() {
    return !token.isEmpty();
  }

  /** The token where nobody knows it yet, to be shown once; else empty. */
  String announced() {
    return announced;
  }

  /** Compares in a time that does not tell how much of it is right. */
  boolean admits(String candidate) {
    return MessageDigest.isEqual(digest(candidate), digest(token));
  }

  /** What a browser keeps in place of the token; fit for a cookie, whatever the token is. */
  String session() {
    return HexFormat.of().formatHex(digest("session of " + token));
  }

  boolean admitsSession(String candidate) {
    return MessageDigest.isEqual(digest(candidate), digest(session()));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Says nothing of the token. */
  @Override
  public String toString() {
    return demandsToken() ? "with a token" : "open";
  }
}
