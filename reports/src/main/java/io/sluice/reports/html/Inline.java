package io.sluice.reports.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text of an element that a Content-Security-Policy allows by its hash.
 *
 * @param element {@code script} or {@code style}
 * @param text may not end the element
 */
record Inline(String element, String text) {
  Inline {
    if (text.toLowerCase(Locale.ROOT).contains("</" + element)) {
      throw new IllegalArgumentException("the text would end its element " + element);
    }
  }

  /** Where a policy allows it: {@code 'sha256-…'} (CSP Level 3, section 2.3.1). */
  String source() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  String html() {
    return "<" + element + ">" + text + "</" + element + ">";
  }

  static String html(List<Inline> parts) {
    return parts.stream().map(Inline::html).collect(Collectors.joining("\n"));
  }

  static String sources(List<Inline> parts) {
    return parts.stream().map(Inline::source).collect(Collectors.joining(" "));
  }
}
