package io.sluice.cli;

import java.util.regex.Pattern;

/**
 * Finds what looks like a credential in the texts of an answer that is kept as an example: cookies,
 * authorization, fields with telling names, JSON Web Tokens (RFC 7519). What the scenario itself
 * calls a secret is the business of {@link Secrets}.
 */
final class Credentials {
  private static final String NAMES =
      "(?:access|refresh|id|auth|csrf|xsrf|session)?[_-]?token|password|passwd|secret"
          + "|authorization|api[_-]?key|session[_-]?id|client[_-]?secret";

  private static final Pattern HEADER =
      Pattern.compile(
          "(?im)^((?:set-cookie|cookie|authorization|proxy-authorization"
              + "|x-[a-z-]*(?:token|key|secret))\\s*:).*$");
  private static final Pattern JSON =
      Pattern.compile("(?i)(\"(?:" + NAMES + ")\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+\"?");
  private static final Pattern QUERY = Pattern.compile("(?i)([?&;](?:" + NAMES + ")=)[^&;\\s\"']*");
  private static final Pattern TOKEN =
      Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*)?");

  private Credentials() {}

  /** The text with stars in place of what looks like a credential. */
  static String masked(String text) {
    String masked = HEADER.matcher(text).replaceAll("$1 ***");
    masked = JSON.matcher(masked).replaceAll("$1***\"");
    masked = QUERY.matcher(masked).replaceAll("$1***");
    return TOKEN.matcher(masked).replaceAll("***");
  }
}
